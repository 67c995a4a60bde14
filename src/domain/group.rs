//! Several schools seen together by a trainer.
//!
//! Pure functions over what each school gave. Nothing here ranks schools.

pub mod by_hand;
