//! « Ce qui manque pour le palier suivant », a thématique at a time.

use crate::domain::gaps::missing;
use crate::domain::scoring::Selection;
use crate::domain::{Campaign, Dossier};
use crate::framework::{Framework, Level, Thematique};
use crate::texts::{self, results};
use crate::ui::components::unfold;
use crate::ui::dom::{El, IntoNode, Node, el, kids};
use crate::ui::store::store;
use leptos::prelude::{Get, Memo};

/// One line a thématique, opened on what is missing.
pub fn what_is_missing(framework: &Framework) -> El {
    let parts: Vec<_> = framework.thematiques.iter().map(missing_for).collect();
    el("section.stack", kids![el("h2#h-missing", "Ce qui manque pour le palier suivant"), parts])
        .attr("aria-labelledby", "h-missing")
}

fn missing_for(thematique: &Thematique) -> impl Fn() -> Node + 'static {
    let store = store();
    let thematique = thematique.clone();
    let here = thematique.clone();
    // Nothing answered; nothing missing; or the palier that comes next.
    let next: Memo<Option<Option<Level>>> = Memo::new(move |_| {
        store.read(|framework, dossier, campaign| {
            let selection = Selection::of_thematique(framework, dossier, campaign, &here);
            selection.score().bracket.map(|bracket| bracket.low.next())
        })?
    });
    move || match next.get() {
        None => line(&thematique, "aucune réponse pour l’instant."),
        Some(None) => line(&thematique, "rien ne manque, tout est ancré."),
        Some(Some(tier)) => {
            let name = store.framework().map(|f| results::level(&f, tier)).unwrap_or_default();
            let thematique = thematique.clone();
            unfold(format!("{}\u{a0}: ce qui manque pour le palier {name}", thematique.title), move || {
                store.read(|framework, dossier, campaign| list(framework, dossier, campaign, &thematique))
            })
            .into_node()
        }
    }
}

fn line(thematique: &Thematique, words: &'static str) -> Node {
    el("p", kids![thematique.title.clone(), "\u{a0}: ", words]).into_node()
}

fn list(framework: &Framework, dossier: &Dossier, campaign: &Campaign, thematique: &Thematique) -> El {
    let gap = missing(&Selection::of_thematique(framework, dossier, campaign, thematique));
    let tier = gap.tier.unwrap_or(Level::MAX);
    let below = gap.below.iter().map(|e| {
        let fact = texts::format::lower(e.criterion.fact(tier));
        el("li", kids![el("b", e.criterion.title.clone()), "\u{a0}: ", fact])
    });
    let to_check =
        gap.to_check.iter().map(|e| el("li", kids!["À vérifier\u{a0}: ", texts::format::lower(&e.criterion.title)]));
    el("ul.plain", below.chain(to_check).collect::<Vec<_>>())
}
