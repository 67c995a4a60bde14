//! One file a screen.

pub mod data;
pub mod home;
pub mod plan;
pub mod plan_item;
mod question;
pub mod questions;
pub mod reference;
pub mod report;
pub mod results;
pub mod school;
pub mod text_page;
pub mod unknown;
