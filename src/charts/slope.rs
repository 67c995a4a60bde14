//! The slopes from one point d’étape to another: a line a thématique, from its palier before to its palier now.
//!
//! Those of the same palier stand one under the other, so that no line covers another and each ends at its name. A line
//! that rises is plain, one that falls is dashed, one that stays is dotted.

use super::draw::{Anchor, Point, Series, Shape};
use crate::framework::Level;

/// Width and height of the drawing.
pub const SIZE: (u32, u32) = (480, 372);
const LEFT: i32 = 168;
const RIGHT: i32 = 340;
const TOP: i32 = 72;
/// From one palier to the next, and from one name to the next.
const STEP: i32 = 84;
const LINE: i32 = 19;

/// One thématique; without a palier on one side it has no line.
#[derive(Clone, Debug, PartialEq)]
pub struct Slope {
    pub label: String,
    pub before: Option<Level>,
    pub now: Option<Level>,
}

/// The shapes of the slopes: the names of the four paliers, of the two sides, then each thématique.
#[must_use]
pub fn slope(tiers: &[String], sides: (String, String), slopes: &[Slope]) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for (level, name) in Level::ALL.into_iter().zip(tiers) {
        let y = height(level);
        shapes.push(Shape::Path(Series::Grid, vec![(LEFT, y), (RIGHT, y)]));
        shapes.push(Shape::Text(Series::Soft, (0, y), Anchor::Start, name.clone()));
    }
    for (x, name) in [(LEFT, sides.0), (RIGHT, sides.1)] {
        shapes.push(Shape::Text(Series::Label, (x, 12), Anchor::Middle, name));
    }
    let now = places(RIGHT, &slopes.iter().map(|s| s.now).collect::<Vec<_>>());
    let mut before = places(LEFT, &slopes.iter().map(|s| s.before).collect::<Vec<_>>());
    level_rests(slopes, &now, &mut before);
    for (index, slope) in slopes.iter().enumerate() {
        if let (Some(from), Some(to)) = (before[index], now[index]) {
            let series = match slope.now.cmp(&slope.before) {
                std::cmp::Ordering::Greater => Series::Today,
                std::cmp::Ordering::Equal => Series::Previous,
                std::cmp::Ordering::Less => Series::Target,
            };
            shapes.push(Shape::Path(series, vec![from, to]));
        }
        shapes.extend([before[index], now[index]].into_iter().flatten().map(|at| Shape::Dot(Series::Today, at)));
        if let Some((x, y)) = now[index] {
            shapes.push(Shape::Text(Series::Label, (x + 14, y), Anchor::Start, slope.label.clone()));
        }
    }
    shapes
}

fn height(level: Level) -> i32 {
    TOP + i32::from(3 - level.get()) * STEP
}

/// Where each stands on its side: around its palier, in the order of the list.
fn places(x: i32, levels: &[Option<Level>]) -> Vec<Option<Point>> {
    let place = |(index, level): (usize, &Option<Level>)| {
        let level = (*level)?;
        let same = |part: &[Option<Level>]| part.iter().filter(|l| **l == Some(level)).count();
        let (above, all) = (same(&levels[..index]), same(levels));
        let offset = i32::try_from(2 * above).ok()? - i32::try_from(all).ok()? + 1;
        Some((x, height(level) + offset * LINE / 2))
    };
    levels.iter().enumerate().map(place).collect()
}

/// A line that stays is level: it leaves from the height where it arrives, and those that leave the same palier make room.
fn level_rests(slopes: &[Slope], now: &[Option<Point>], before: &mut [Option<Point>]) {
    for level in Level::ALL {
        let of_level: Vec<usize> = (0..slopes.len()).filter(|i| slopes[*i].before == Some(level)).collect();
        let (rests, moves): (Vec<usize>, Vec<usize>) =
            of_level.into_iter().partition(|i| slopes[*i].now == Some(level));
        let taken: Vec<i32> = rests.iter().filter_map(|i| now[*i]).map(|(_, y)| y).collect();
        for i in rests {
            before[i] = now[i].map(|(_, y)| (LEFT, y));
        }
        // From the palier outwards, half a line at a time, where nothing stands yet.
        let steps = (0..).map(|n: i32| if n % 2 == 0 { n / 2 } else { -(n + 1) / 2 }).map(|n| n * LINE / 2);
        let mut free = steps.map(|step| height(level) + step).filter(|y| taken.iter().all(|t| (t - y).abs() >= LINE));
        let mut places: Vec<i32> = Vec::new();
        while places.len() < moves.len() {
            let Some(y) = free.next() else { break };
            if places.iter().all(|p| (p - y).abs() >= LINE) {
                places.push(y);
            }
        }
        places.sort_unstable();
        for (i, y) in moves.into_iter().zip(places) {
            before[i] = Some((LEFT, y));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_is_level_and_what_leaves_its_palier_stands_apart() {
        let slopes =
            [course(Some(1), Some(2)), course(Some(1), Some(1)), course(Some(2), Some(1)), course(Some(1), Some(1))];
        let now = places(RIGHT, &slopes.iter().map(|s| s.now).collect::<Vec<_>>());
        let mut before = places(LEFT, &slopes.iter().map(|s| s.before).collect::<Vec<_>>());
        level_rests(&slopes, &now, &mut before);
        let heights: Vec<i32> = before.iter().flatten().map(|(_, y)| *y).collect();
        for rest in [1, 3] {
            assert_eq!(before[rest].map(|p| p.1), now[rest].map(|p| p.1));
        }
        for (i, one) in heights.iter().enumerate() {
            assert!(heights[i + 1..].iter().all(|other| (one - other).abs() >= LINE), "{heights:?}");
        }
    }

    fn course(before: Option<u8>, now: Option<u8>) -> Slope {
        let level = |n: Option<u8>| n.and_then(Level::new);
        Slope { label: "Égal accès".into(), before: level(before), now: level(now) }
    }

    fn drawn(slopes: &[Slope]) -> Vec<Shape> {
        let tiers = ["à engager", "bases posées", "partagé", "ancré"].map(String::from);
        slope(&tiers, ("novembre 2025".into(), "novembre 2026".into()), slopes)
    }

    #[test]
    fn a_rise_a_fall_and_a_rest_are_told_apart_by_their_line() {
        for (before, now, series) in [(1, 2, Series::Today), (2, 1, Series::Target), (1, 1, Series::Previous)] {
            let shapes = drawn(&[course(Some(before), Some(now))]);
            assert!(shapes.iter().any(|s| matches!(s, Shape::Path(own, _) if *own == series)), "{before} {now}");
        }
        let lines = drawn(&[course(None, Some(1))])
            .into_iter()
            .filter(|s| matches!(s, Shape::Path(own, _) if *own != Series::Grid));
        assert_eq!(lines.count(), 0, "no line from what was not known");
    }

    #[test]
    fn those_of_one_palier_stand_apart() {
        let at = places(0, &[Level::new(1), Level::new(1), None, Level::new(1)]);
        let heights: Vec<i32> = at.into_iter().flatten().map(|(_, y)| y - height(Level::new(1).unwrap())).collect();
        assert_eq!(heights, [-19, 0, 19]);
    }

    #[test]
    fn five_slopes_hold_in_forty_nodes_and_inside_their_frame() {
        for level in 0..=3 {
            let shapes = drawn(&vec![course(Some(level), Some(level)); 5]);
            assert!(shapes.len() + 2 <= 40, "{}", shapes.len());
            for shape in shapes {
                if let Shape::Dot(_, (x, y)) | Shape::Text(_, (x, y), ..) = shape {
                    assert!((0..=480).contains(&x) && (8..=364).contains(&y), "{x} {y}");
                }
            }
        }
    }
}
