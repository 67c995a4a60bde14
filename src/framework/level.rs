//! The four levels of a question, the four tiers of a thématique: one scale, 0 to 3.

use serde::{Deserialize, Serialize};

/// A level or palier: 0 à engager, 1 bases posées, 2 partagé, 3 ancré. Nothing else exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

impl Level {
    /// À engager.
    pub const ZERO: Self = Self(0);
    /// Ancré, the highest.
    pub const MAX: Self = Self(3);
    /// The four, in order.
    pub const ALL: [Self; 4] = [Self(0), Self(1), Self(2), Self(3)];

    /// The level of that number, if it is one of the four.
    #[must_use]
    pub fn new(number: u8) -> Option<Self> {
        (number <= 3).then_some(Self(number))
    }

    /// 0 to 3.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }

    /// The next level up, none above 3.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }
}

impl TryFrom<u8> for Level {
    type Error = String;
    fn try_from(number: u8) -> Result<Self, String> {
        Self::new(number).ok_or_else(|| format!("a level is 0 to 3, not {number}"))
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}
