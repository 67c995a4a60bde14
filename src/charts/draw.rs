//! Shapes, and plotters to turn them into SVG.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// A point in pixels of the drawing.
pub type Point = (i32, i32);

/// What a shape belongs to; its colour is a name that `style/components.css` gives a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// Rings and spokes.
    Grid,
    /// The palier today, or the way come.
    Today,
    /// The ground under the palier today.
    Area,
    /// Between *bas* and *haut*: hatched.
    Bracket,
    /// The objectif: dashed, or a tick.
    Target,
    /// The mark at an objectif.
    TargetMark,
    /// Where the plan leads: thin, hollow dots.
    Projected,
    /// What was, or what has not moved: dotted.
    Previous,
    /// The whole of a bar.
    Track,
    /// Labels.
    Label,
    /// Secondary labels.
    Soft,
    /// Figures.
    Figure,
}

/// Where a text is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// One node of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Polygon(Series, Vec<Point>),
    Path(Series, Vec<Point>),
    Dot(Series, Point),
    Text(Series, Point, Anchor, String),
}

const fn color(series: Series) -> RGBColor {
    match series {
        Series::Grid => RGBColor(0xdd, 0xd7, 0xde),
        Series::Today => RGBColor(0x5b, 0x3a, 0x73),
        Series::Area => RGBColor(0x5b, 0x3a, 0x74),
        Series::Bracket => RGBColor(0x5b, 0x3a, 0x75),
        Series::Target => RGBColor(0x22, 0x1c, 0x26),
        Series::TargetMark => RGBColor(0xfb, 0xf9, 0xf7),
        Series::Projected => RGBColor(0x5b, 0x3a, 0x76),
        Series::Previous => RGBColor(0x5d, 0x55, 0x64),
        Series::Track => RGBColor(0xe4, 0xd8, 0xeb),
        Series::Label => RGBColor(0x22, 0x1c, 0x27),
        Series::Soft => RGBColor(0x5d, 0x55, 0x63),
        Series::Figure => RGBColor(0x22, 0x1c, 0x28),
    }
}

/// The hatches of a bracket: SVG's own pattern, which plotters cannot make; its colour stands in for it until then.
const HATCHES: &str = r#"<defs><pattern id="hatches" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0v6"/></pattern></defs>"#;
const BRACKET_FILL: &str = "fill=\"#5B3A75\"";

/// Draws shapes in a frame of that width and height. Empty when plotters refuses, which no shape makes it do.
#[must_use]
pub fn draw(size: (u32, u32), shapes: &[Shape]) -> String {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        for shape in shapes {
            // A text of SVG cannot fail to be written into memory.
            let _ = match shape {
                Shape::Polygon(series, points) => area.draw(&Polygon::new(points.clone(), color(*series).filled())),
                Shape::Path(series, points) => {
                    area.draw(&PathElement::new(points.clone(), color(*series).stroke_width(2)))
                }
                Shape::Dot(series, center) => area.draw(&Circle::new(*center, 4, color(*series).filled())),
                Shape::Text(series, at, anchor, text) => {
                    area.draw(&Text::new(text.clone(), *at, style(*series, *anchor)))
                }
            };
        }
        let _ = area.present();
    }
    match svg.split_once(BRACKET_FILL) {
        Some((before, after)) => before.replacen('>', &format!(">{HATCHES}"), 1) + "fill=\"url(#hatches)\"" + after,
        None => svg,
    }
}

fn style(series: Series, anchor: Anchor) -> TextStyle<'static> {
    let horizontal = match anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let font = TextStyle::from(("sans-serif", 14).into_font());
    TextStyle { color: color(series).to_backend_color(), pos: Pos::new(horizontal, VPos::Center), ..font }
}
