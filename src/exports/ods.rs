//! The tables as a spreadsheet of OpenDocument: typed cells, a header in bold that stays in view, no formula.

use super::blocks::{Cell, Table};
use super::opendocument::{package, part};
use super::progress::Progress;
use super::xml::Xml;
use super::{Error, Kind, harmless};
use crate::domain::Day;
use std::collections::BTreeSet;

const STYLES: &str = include_str!("ods-styles.xml");

pub(super) fn write(
    title: &str,
    tables: &[Table],
    today: Day,
    tell: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<Vec<u8>, Error> {
    let rows = tables.iter().map(|table| u32::try_from(table.rows.len()).unwrap_or(u32::MAX));
    let mut progress = Progress::new(rows.fold(0, u32::saturating_add), tell);
    let mut xml = Xml::default();
    xml.raw(&automatic_styles(tables));
    xml.open("office:body", &[]);
    xml.open("office:spreadsheet", &[]);
    for table in tables {
        sheet(&mut xml, table, &mut progress)?;
    }
    xml.close("office:spreadsheet");
    xml.close("office:body");
    let parts = vec![
        ("content.xml", part("office:document-content", &xml.end())),
        ("styles.xml", part("office:document-styles", STYLES)),
        ("settings.xml", part("office:document-settings", &settings(tables))),
    ];
    Ok(package(Kind::Ods.mime(), title, today, parts))
}

/// One style a width of column, two millimetres a share.
fn automatic_styles(tables: &[Table]) -> String {
    let shares: BTreeSet<u32> = tables.iter().flat_map(|table| &table.columns).map(|column| column.share).collect();
    let mut xml = Xml::default();
    xml.open("office:automatic-styles", &[]);
    for share in shares {
        let (name, width) = (format!("Column{share}"), format!("{}mm", share * 2));
        xml.open("style:style", &[("style:name", &name), ("style:family", "table-column")]);
        xml.empty("style:table-column-properties", &[("style:column-width", &width)]);
        xml.close("style:style");
    }
    xml.close("office:automatic-styles");
    xml.end()
}

fn sheet(xml: &mut Xml, table: &Table, progress: &mut Progress) -> Result<(), Error> {
    xml.open("table:table", &[("table:name", &table.caption)]);
    for column in &table.columns {
        let style = format!("Column{}", column.share);
        xml.empty("table:table-column", &[("table:style-name", &style), ("table:default-cell-style-name", "Cell")]);
    }
    xml.open("table:table-header-rows", &[]);
    xml.open("table:table-row", &[]);
    table.columns.iter().for_each(|column| cell(xml, "Head", &Cell::text(column.name)));
    xml.close("table:table-row");
    xml.close("table:table-header-rows");
    if table.rows.is_empty() {
        xml.open("table:table-row", &[]);
        cell(xml, "Cell", &Cell::text(table.empty));
        xml.close("table:table-row");
    }
    for row in &table.rows {
        xml.open("table:table-row", &[]);
        row.iter().for_each(|value| cell(xml, style(value), value));
        xml.close("table:table-row");
        progress.step()?;
    }
    xml.close("table:table");
    Ok(())
}

fn style(cell: &Cell) -> &'static str {
    match cell {
        Cell::Percent(_) => "Percent",
        Cell::Date(_) => "Date",
        Cell::Empty | Cell::Text(_) | Cell::Number(_) | Cell::Decimal(_) => "Cell",
    }
}

/// A typed cell; a text has a paragraph a line.
fn cell(xml: &mut Xml, style: &str, cell: &Cell) {
    if *cell == Cell::Empty {
        xml.empty("table:table-cell", &[]);
        return;
    }
    let (kind, name, value) = cell.typed();
    let typed = [("table:style-name", style), ("office:value-type", kind), (name, value.as_str())];
    xml.open("table:table-cell", if name.is_empty() { &typed[..2] } else { &typed[..] });
    let words = match cell {
        Cell::Text(text) => harmless::cell(text),
        other => other.words(),
    };
    words.lines().for_each(|line| xml.element("text:p", &[], line));
    xml.close("table:table-cell");
}

/// The first row of every sheet stays in view.
fn settings(tables: &[Table]) -> String {
    let mut xml = Xml::default();
    xml.open("office:settings", &[]);
    xml.open("config:config-item-set", &[("config:name", "ooo:view-settings")]);
    xml.open("config:config-item-map-indexed", &[("config:name", "Views")]);
    xml.open("config:config-item-map-entry", &[]);
    xml.element("config:config-item", &[("config:name", "ViewId"), ("config:type", "string")], "view1");
    xml.open("config:config-item-map-named", &[("config:name", "Tables")]);
    for table in tables {
        xml.open("config:config-item-map-entry", &[("config:name", &table.caption)]);
        for (name, kind, value) in [
            ("HorizontalSplitMode", "short", "0"),
            ("VerticalSplitMode", "short", "2"),
            ("HorizontalSplitPosition", "int", "0"),
            ("VerticalSplitPosition", "int", "1"),
            ("ActiveSplitRange", "short", "2"),
            ("PositionTop", "int", "0"),
            ("PositionBottom", "int", "1"),
        ] {
            xml.element("config:config-item", &[("config:name", name), ("config:type", kind)], value);
        }
        xml.close("config:config-item-map-entry");
    }
    xml.close("config:config-item-map-named");
    let first = tables.first().map_or("", |table| &table.caption);
    xml.element("config:config-item", &[("config:name", "ActiveTable"), ("config:type", "string")], first);
    xml.close("config:config-item-map-entry");
    xml.close("config:config-item-map-indexed");
    xml.close("config:config-item-set");
    xml.close("office:settings");
    xml.end()
}
