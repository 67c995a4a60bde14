//! What Paliers knows how to do with a dossier: position, compare with an aim, suggest, plan, change and undo.
//!
//! Pure functions and plain data. This module names neither the browser, nor the clock, nor JSON (a test holds it to
//! that): today's date and fresh ids are arguments, unknown fields travel in the opaque `Extra`.

pub mod actors;
pub mod answers;
pub mod commands;
pub mod dates;
pub mod dossier;
pub mod evidence;
pub mod evolution;
pub mod explain;
pub mod follow;
pub mod gaps;
pub mod group;
pub mod highlights;
pub mod history;
pub mod indicators;
pub mod meeting;
pub mod nearness;
pub mod opinions;
pub mod order;
pub mod papers;
pub mod plan;
pub mod readings;
pub mod requests;
pub mod school;
pub mod scoring;
pub mod suggestions;
pub mod targets;
pub mod versions;
pub mod workshop;

pub use actors::Actor;
pub use answers::{Answer, Basis, Check, Standing, Status};
pub use commands::Command;
pub use dates::Day;
pub use dossier::{Campaign, Dossier, FrameworkRef, Participants, Role, Scope, SetAside, Target, Targets};
pub use indicators::{Indicator, Measure};
pub use meeting::Meeting;
pub use opinions::{Counts, Opinions};
pub use papers::{Drill, Entry, Paper};
pub use plan::{Effort, Means, Origin, OriginKind, PlanItem, State, Step};
pub use school::School;
pub use workshop::{Card, CardKind, Idea, Speaker, Workshop};
