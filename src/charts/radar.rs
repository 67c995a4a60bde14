//! The radar of the paliers, 0 to 3: today with its bracket, and the objectifs.

use super::draw::{Anchor, Point, Series, Shape};
use crate::domain::scoring::Bracket;
use crate::framework::Level;
use std::f64::consts::PI;

/// Width and height of the drawing.
pub const SIZE: (u32, u32) = (480, 322);
const CENTER: Point = (240, 172);
const RADIUS: f64 = 122.0;
/// Half the diagonal of the diamond of an objectif.
const DIAMOND: i32 = 6;

/// One axis: a thématique.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    pub label: String,
    pub bracket: Option<Bracket>,
    pub target: Option<Level>,
}

/// A third outline, when it is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Beside {
    /// The paliers once the plan has succeeded.
    Projected(Vec<Option<Level>>),
    /// The paliers of the point d’étape before.
    Previous(Vec<Option<Level>>),
}

/// The shapes of the radar; none with fewer than three axes, which make no surface.
#[must_use]
pub fn radar(axes: &[Axis]) -> Vec<Shape> {
    radar_beside(axes, None)
}

/// The radar, with a third outline.
#[must_use]
pub fn radar_beside(axes: &[Axis], beside: Option<&Beside>) -> Vec<Shape> {
    if axes.len() < 3 {
        return Vec::new();
    }
    let n = axes.len();
    let at = |index: usize, level: f64| point(index, n, level / 3.0);
    let outline = |level: &dyn Fn(&Axis) -> f64| -> Vec<Point> {
        axes.iter().enumerate().map(|(i, axis)| at(i, level(axis))).collect()
    };
    let low = outline(&|a| a.bracket.map_or(0.0, |b| f64::from(b.low.get())));
    let high = outline(&|a| a.bracket.map_or(0.0, |b| f64::from(b.high.get())));
    let target = outline(&|a| a.target.map_or(0.0, |t| f64::from(t.get())));

    let mut shapes: Vec<Shape> =
        (1..=3).map(|ring| Shape::Path(Series::Grid, closed(outline(&|_| f64::from(ring))))).collect();
    shapes.push(Shape::Path(Series::Grid, (0..n).flat_map(|i| [CENTER, at(i, 3.0)]).collect()));
    if low != high {
        shapes.push(Shape::Polygon(Series::Bracket, ring(&high, &low)));
    }
    shapes.push(Shape::Polygon(Series::Area, low.clone()));
    shapes.push(Shape::Path(Series::Today, closed(low.clone())));
    shapes.push(Shape::Path(Series::Target, closed(target.clone())));
    if let Some(beside) = beside {
        let (series, levels) = match beside {
            Beside::Projected(levels) => (Series::Projected, levels),
            Beside::Previous(levels) => (Series::Previous, levels),
        };
        let places: Vec<Point> = levels
            .iter()
            .take(n)
            .enumerate()
            .map(|(i, level)| at(i, level.map_or(0.0, |l| f64::from(l.get()))))
            .collect();
        shapes.push(Shape::Path(series, closed(places.clone())));
        if series == Series::Projected {
            shapes.extend(places.into_iter().map(|place| Shape::Dot(series, place)));
        }
    }
    for (i, axis) in axes.iter().enumerate() {
        if axis.target.is_some() {
            shapes.push(Shape::Polygon(Series::TargetMark, diamond(target[i])));
        }
        if axis.bracket.is_some() {
            shapes.push(Shape::Dot(Series::Today, low[i]));
        }
        shapes.push(label(i, n, &axis.label));
    }
    // Numbers of the rings, between the first and the last axis.
    for ring in 1_u8..=3 {
        let (x, y) = point_at(-PI / 2.0 - PI / f64::from(u32::try_from(n).unwrap_or(3)), f64::from(ring) / 3.0 * 0.85);
        shapes.push(Shape::Text(Series::Soft, (x, y), Anchor::Middle, ring.to_string()));
    }
    shapes
}

fn angle(index: usize, n: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)]
    let turn = index as f64 / n as f64;
    2.0 * PI * turn - PI / 2.0
}

fn point(index: usize, n: usize, share: f64) -> Point {
    point_at(angle(index, n), share)
}

#[allow(clippy::cast_possible_truncation)]
fn point_at(angle: f64, share: f64) -> Point {
    let (sin, cos) = sin_cos(angle);
    (CENTER.0 + (RADIUS * share * cos).round() as i32, CENTER.1 + (RADIUS * share * sin).round() as i32)
}

/// Sine and cosine of an angle of one turn at most, to a millionth of a pixel: the series for a small angle, doubled back.
/// The library’s own serve angles of any size, for 3 kB of brotli.
fn sin_cos(angle: f64) -> (f64, f64) {
    const HALVINGS: i32 = 6;
    let small = angle / f64::from(1 << HALVINGS);
    let square = small * small;
    let sin = small * (1.0 - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0)));
    let cos = 1.0 - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0));
    (0..HALVINGS).fold((sin, cos), |(sin, cos), _| (2.0 * sin * cos, cos * cos - sin * sin))
}

fn closed(mut points: Vec<Point>) -> Vec<Point> {
    points.extend(points.first().copied());
    points
}

/// The surface between two outlines: out along one, back along the other.
fn ring(outer: &[Point], inner: &[Point]) -> Vec<Point> {
    let mut points = closed(outer.to_vec());
    let back: Vec<Point> = closed(inner.to_vec()).into_iter().rev().collect();
    points.extend(back);
    points
}

fn diamond((x, y): Point) -> Vec<Point> {
    vec![(x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y)]
}

fn label(index: usize, n: usize, text: &str) -> Shape {
    let (x, y) = point(index, n, 1.1);
    let anchor = match x - CENTER.0 {
        -12..=12 => Anchor::Middle,
        13.. => Anchor::Start,
        _ => Anchor::End,
    };
    let y = if anchor == Anchor::Middle { y - 4 } else { y + 4 };
    Shape::Text(Series::Label, (x, y), anchor, text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(low: u8, high: u8, target: u8) -> Axis {
        let level = |n| Level::new(n).unwrap();
        Axis {
            label: "Égal accès".into(),
            bracket: Some(Bracket { low: level(low), high: level(high) }),
            target: Some(level(target)),
        }
    }

    #[test]
    fn the_first_axis_points_up_and_a_level_is_a_third_of_the_radius() {
        assert_eq!(point(0, 5, 1.0), (240, 50));
        assert_eq!(point(0, 5, 2.0 / 3.0), (240, 91));
        assert_eq!(point(3, 5, 0.0), CENTER);
    }

    #[test]
    fn angles_of_a_turn_are_exact_enough_for_pixels() {
        for degree in -90..=360 {
            let angle = f64::from(degree).to_radians();
            let (sin, cos) = sin_cos(angle);
            assert!((sin - angle.sin()).abs() < 1e-8 && (cos - angle.cos()).abs() < 1e-8, "{degree}");
        }
    }

    #[test]
    fn a_bracket_is_drawn_only_when_it_is_open() {
        let bands =
            |axes: &[Axis]| radar(axes).iter().filter(|s| matches!(s, Shape::Polygon(Series::Bracket, _))).count();
        assert_eq!(bands(&[axis(1, 1, 2), axis(2, 2, 3), axis(0, 0, 1)]), 0);
        assert_eq!(bands(&[axis(1, 2, 2), axis(2, 2, 3), axis(0, 0, 1)]), 1);
    }

    #[test]
    fn an_open_bracket_is_hatched() {
        let svg = |axes: &[Axis]| super::super::draw(SIZE, &radar(axes));
        let open = svg(&[axis(1, 2, 2), axis(2, 2, 3), axis(0, 0, 1)]);
        assert!(
            open.contains("<defs>") && open.contains("fill=\"url(#hatches)\"") && !open.contains("#5B3A75"),
            "{open}"
        );
        assert!(!svg(&[axis(1, 1, 2), axis(2, 2, 3), axis(0, 0, 1)]).contains("<defs>"));
    }

    #[test]
    fn it_holds_in_forty_nodes_and_inside_its_frame() {
        let plan = Beside::Projected(vec![Level::new(2); 5]);
        let shapes = radar_beside(&vec![axis(1, 3, 2); 5], Some(&plan));
        assert!(shapes.len() + 5 <= 40, "{}", shapes.len());
        for shape in &shapes {
            let points = match shape {
                Shape::Polygon(_, p) | Shape::Path(_, p) => p.clone(),
                Shape::Dot(_, p) | Shape::Text(_, p, _, _) => vec![*p],
            };
            for (x, y) in points {
                assert!((0..=480).contains(&x) && (0..=322).contains(&y), "{shape:?}");
            }
        }
        assert!(radar(&[axis(1, 1, 2)]).is_empty());
    }

    #[test]
    fn a_third_outline_is_drawn_when_it_is_asked_for() {
        let axes = vec![axis(1, 1, 2); 5];
        let of = |beside: Option<Beside>, series: Series| {
            let here = |s: &Shape| matches!(s, Shape::Path(own, _) | Shape::Dot(own, _) if *own == series);
            radar_beside(&axes, beside.as_ref()).iter().filter(|s| here(s)).count()
        };
        assert_eq!(of(None, Series::Projected) + of(None, Series::Previous), 0);
        assert_eq!(of(Some(Beside::Projected(vec![Level::new(2); 5])), Series::Projected), 6);
        assert_eq!(of(Some(Beside::Previous(vec![None; 5])), Series::Previous), 1);
    }

    #[test]
    fn text_of_a_foreign_framework_is_escaped() {
        let hostile = Axis { label: "<img onerror=x>&\"".into(), ..axis(1, 1, 2) };
        let svg = super::super::draw(SIZE, &radar(&[hostile, axis(1, 1, 2), axis(1, 1, 2)]));
        assert!(!svg.contains("<img"), "{svg}");
    }
}
