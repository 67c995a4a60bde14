//! One file a screen.

pub mod actors;
pub mod data;
pub mod home;
pub mod indicators;
pub mod plan;
pub mod plan_item;
mod question;
pub mod questions;
pub mod report;
pub mod results;
pub mod school;
pub mod text_page;
pub mod unknown;
pub mod workshops;
