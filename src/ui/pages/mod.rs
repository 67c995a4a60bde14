//! One file a screen.

pub mod actors;
pub mod answers;
pub mod data;
mod evidence;
pub mod evolution;
mod explained;
pub mod group;
pub mod home;
pub mod indicators;
pub mod letter;
pub mod meeting;
mod missing;
pub mod papers;
pub mod plan;
pub mod plan_item;
mod question;
pub mod questions;
pub mod reading;
pub mod reference;
pub mod report;
pub mod results;
pub mod school;
pub mod targets;
pub mod text_page;
pub mod unknown;
pub mod workshop_tables;
pub mod workshops;
