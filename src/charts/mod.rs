//! Charts as SVG text, made by plotters' elements from our own geometry.
//!
//! A chart illustrates a sentence and a table that stand beside it; it never says anything alone. Geometry is pure and
//! tested natively. Each series has one fixed colour, which the style sheet turns into the theme's: so one drawing
//! serves light, dark, forced colours and print. It refuses `ChartBuilder`, meshes, captions and legends: those measure
//! text in the page. At most 40 nodes a chart, 60 for
//! the calendar of a plan of four years.

mod bars;
mod draw;
mod radar;
mod slope;
mod timeline;

pub use bars::{Bar, bars};
pub use draw::{Series, Shape, draw};
pub use radar::{Axis, Beside, SIZE as RADAR_SIZE, radar, radar_beside};
pub use slope::{SIZE as SLOPE_SIZE, Slope, slope};
pub use timeline::{Line, lines as timeline_lines, timeline};
