//! « D’où vient ce palier ? »: each row of the results laid open, built when it is asked for.

use crate::domain::explain::explain;
use crate::domain::gaps::thematique_target;
use crate::domain::scoring::Selection;
use crate::domain::{Campaign, Dossier};
use crate::framework::{Framework, Thematique};
use crate::texts;
use crate::ui::components::unfold;
use crate::ui::dom::{El, each, el, kids};
use crate::ui::store::store;

/// One `details` a thématique.
pub fn explanations(framework: &Framework) -> El {
    let parts: Vec<_> = framework.thematiques.iter().map(explanation).collect();
    el("section", kids![el("h2#h-why", "D’où viennent ces paliers\u{202f}?"), parts]).attr("aria-labelledby", "h-why")
}

fn explanation(thematique: &Thematique) -> El {
    let store = store();
    let summary = format!("{}\u{a0}: d’où vient ce palier\u{202f}?", thematique.title);
    let thematique = thematique.clone();
    unfold(summary, move || store.read(|framework, dossier, campaign| lines(framework, dossier, campaign, &thematique)))
}

fn lines(framework: &Framework, dossier: &Dossier, campaign: &Campaign, thematique: &Thematique) -> El {
    let selection = Selection::of_thematique(framework, dossier, campaign, thematique);
    let found = explain(&selection);
    let target = thematique_target(&dossier.targets, &thematique.id, &found.score);
    let target = texts::explain::target(framework, target, dossier.targets.thematiques.get(&thematique.id));
    let lines = texts::explain::lines(framework, &found).into_iter().chain(target);
    el("ul.plain", each("li", lines))
}
