//! The pages of text, fetched when opened and drawn from blocks: no HTML string ever enters the page.

use super::unknown::no_text;
use crate::browser::assets::{self, LoadError};
use crate::pages::{self, Block, Line, Run};
use crate::routes::Page;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The file of a page.
pub fn file(page: Page) -> String {
    format!("pages/{}.json", page.as_str())
}

/// The screen of a page.
pub fn text_page(page: Page) -> impl IntoView {
    let text: RwSignal<Option<Result<pages::Page, LoadError>>> = RwSignal::new(None);
    spawn_local(async move {
        let loaded = assets::load(&file(page)).await;
        text.set(Some(loaded.and_then(|json| serde_json::from_str(&json).map_err(|_| LoadError::Missing))));
    });
    move || {
        text.with(|text| match text {
            None => view! { <h1 tabindex="-1">"Un instant…"</h1> }.into_any(),
            Some(Err(why)) => {
                view! { <h1 tabindex="-1">"Cette page n’est pas là"</h1><p>{no_text(*why)}</p> }.into_any()
            }
            Some(Ok(page)) => draw(page).into_any(),
        })
    }
}

fn draw(page: &pages::Page) -> impl IntoView + use<> {
    let blocks: Vec<_> = page.blocks.iter().map(block).collect();
    view! {
        <article class="text stack">
            <h1 tabindex="-1">{page.title.clone()}</h1>
            <p class="lead">{page.lead.clone()}</p>
            {blocks}
        </article>
    }
}

fn block(block: &Block) -> AnyView {
    let items = |items: &[Line]| items.iter().map(|item| view! { <li>{line(item)}</li> }).collect::<Vec<_>>();
    match block {
        Block::H2 { runs } => view! { <h2>{line(runs)}</h2> }.into_any(),
        Block::H3 { runs } => view! { <h3>{line(runs)}</h3> }.into_any(),
        Block::P { runs } => view! { <p>{line(runs)}</p> }.into_any(),
        Block::Ul { items: list } => view! { <ul class="plain">{items(list)}</ul> }.into_any(),
        Block::Ol { items: list } => view! { <ol class="numbers">{items(list)}</ol> }.into_any(),
        Block::Quote { items } => {
            view! { <blockquote class="note">{items.iter().map(|l| view! { <p>{line(l)}</p> }).collect::<Vec<_>>()}</blockquote> }.into_any()
        }
        Block::Table { head, rows } => {
            let head: Vec<_> = head.iter().map(|cell| view! { <th scope="col">{line(cell)}</th> }).collect();
            let rows: Vec<_> = rows.iter().map(|row| {
                let cells: Vec<_> = row.iter().map(|cell| view! { <td>{line(cell)}</td> }).collect();
                view! { <tr>{cells}</tr> }
            }).collect();
            view! { <table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table> }.into_any()
        }
    }
}

fn line(runs: &[Run]) -> Vec<AnyView> {
    runs.iter().map(run).collect()
}

fn run(run: &Run) -> AnyView {
    let text = run.text.clone();
    let inner = match (run.bold, run.italic) {
        (true, _) => view! { <b>{text}</b> }.into_any(),
        (false, true) => view! { <i>{text}</i> }.into_any(),
        (false, false) => text.into_any(),
    };
    match &run.href {
        Some(href) => view! { <a href=href.clone()>{inner}</a> }.into_any(),
        None => inner,
    }
}
