//! « À demander à… »: grouped by addressee, each with the fact that supports it, and a letter a group.

use crate::domain::requests::{Group, Request, by_addressee};
use crate::domain::{Campaign, Dossier};
use crate::framework::Framework;
use crate::routes::Route;
use crate::texts::{format, plan as words, results};
use crate::ui::actions;
use crate::ui::components::empty;
use crate::ui::dom::{El, el, kids, leaving, link};
use crate::ui::store::Store;

pub fn requests(store: Store) -> impl Fn() -> Option<El> {
    move || store.read(|framework, dossier, campaign| groups(store, framework, dossier, campaign))
}

fn groups(store: Store, framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> El {
    let groups = by_addressee(framework, dossier, campaign);
    let groups: Vec<El> = groups.iter().map(|of_one| group(store, dossier, of_one)).collect();
    if groups.is_empty() {
        let act = link("btn", Route::Plan.href(), "Revenir aux pistes");
        return empty("Rien à demander pour l’instant", "Ce qui ne dépend pas de nous seuls apparaîtra ici.", act);
    }
    let meta = "Ce qui ne dépend pas de nous seuls, avec le fait qui appuie la demande.";
    el("section.stack-l", kids![el("div", kids![el("h2#h-asks", "À demander à…"), el("p.meta", meta)]), groups])
        .attr("aria-labelledby", "h-asks")
}

fn group(store: Store, dossier: &Dossier, group: &Group) -> El {
    let title = results::addressee(group.reach, &dossier.school);
    let items: Vec<_> = group.requests.iter().map(|r| request(store, r)).collect();
    let letter = link("btn", Route::Letter(group.reach).href(), "Préparer la lettre")
        .label(format!("Préparer la lettre\u{a0}: {}", format::lower(title)));
    el("div.stack.rule", kids![el("h3", title), el("ul.stack", items), el("div.acts", letter)])
}

fn request(store: Store, r: &Request) -> El {
    let title = r.title().to_owned();
    let id = r.action.id.clone();
    let fact = r.fact().map(|fact| el("p.meta", kids!["Aujourd’hui\u{a0}: ", format::lower(fact)]));
    let act = match r.item {
        Some(item) => kids![
            el("span.meta", format!("Décidé. {}. ", words::item_state(item))),
            link("", Route::PlanItem(item.id.clone()).href(), "Modifier").label(format!("Modifier\u{a0}: {title}")),
        ],
        None => kids![
            leaving("btn txt", "Décider de demander", move || actions::decide(store, &id))
                .label(format!("Décider de demander\u{a0}: {title}")),
        ],
    };
    el("li", kids![el("p", el("b", title)), fact, el("p", act)])
}
