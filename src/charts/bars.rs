//! The bars of the way come: avancement of each thématique, and a tick at the objectif.

use super::draw::{Anchor, Series, Shape};
use crate::domain::scoring::Percent;
use crate::texts::results;

/// Width of the drawing; the height follows the number of bars.
const WIDTH: u32 = 380;
const TRACK: i32 = 320;
const ROW: i32 = 60;

/// One bar: a thématique.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub label: String,
    pub progress: Option<Percent>,
    pub target: Option<Percent>,
}

/// The size and shapes of the bars.
#[must_use]
pub fn bars(bars: &[Bar]) -> ((u32, u32), Vec<Shape>) {
    let height = u32::try_from(bars.len()).unwrap_or(0) * ROW.unsigned_abs();
    let mut shapes = Vec::new();
    for (bar, y) in bars.iter().zip((0..).step_by(60)) {
        shapes.push(Shape::Text(Series::Label, (0, y + 12), Anchor::Start, bar.label.clone()));
        shapes.push(Shape::Polygon(Series::Track, rectangle(TRACK, y)));
        if let Some(width) = bar.progress.map(along) {
            shapes.push(Shape::Polygon(Series::Today, rectangle(width, y)));
        }
        if let Some(x) = bar.target.map(along) {
            shapes.push(Shape::Path(Series::Target, vec![(x, y + 21), (x, y + 45)]));
        }
        shapes.push(Shape::Text(Series::Figure, (380, y + 33), Anchor::End, results::percent(bar.progress)));
    }
    ((WIDTH, height), shapes)
}

fn along(percent: Percent) -> i32 {
    i32::try_from(percent.0.min(100)).unwrap_or(0) * TRACK / 100
}

fn rectangle(width: i32, y: i32) -> Vec<(i32, i32)> {
    vec![(0, y + 26), (width, y + 26), (width, y + 40), (0, y + 40)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_percentage_and_nothing_is_drawn_for_no_figure() {
        let bar = |progress| Bar { label: "Égal accès".into(), progress, target: None };
        let (size, shapes) = bars(&[bar(Some(Percent(50))), bar(None)]);
        assert_eq!(size, (380, 120));
        let drawn: Vec<_> = shapes.iter().filter(|s| matches!(s, Shape::Polygon(Series::Today, _))).collect();
        assert_eq!(drawn, [&Shape::Polygon(Series::Today, rectangle(160, 0))]);
    }

    #[test]
    fn five_bars_hold_in_forty_nodes() {
        let full = Bar { label: "x".into(), progress: Some(Percent(40)), target: Some(Percent(60)) };
        assert!(bars(&vec![full; 5]).1.len() <= 40);
    }
}
