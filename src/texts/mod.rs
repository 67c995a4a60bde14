//! What the screens say: every French sentence that is made from data, in one place, tested without a browser.
//!
//! Labels that never change stand in their view. Sentences here have « nous » for facts and « vous » for instructions;
//! their subject is never a person, nor a body at fault.

pub mod animator;
pub mod crosswalk;
pub mod evidence;
pub mod evolution;
pub mod explain;
pub mod files;
pub mod follow;
pub mod format;
pub mod group;
pub mod indicators;
pub mod letter;
pub mod meeting;
pub mod narrow;
pub mod papers;
pub mod plan;
pub mod questions;
pub mod reference;
pub mod results;
pub mod school;
pub mod targets;
pub mod versions;
pub mod workshop;
