//! Passing to a later version of the référentiel, in words: what would change, and the notes of the answers it makes.

use super::format::{NB, count, list};
use crate::domain::versions::{Effect, Migration, Part};
use crate::domain::{Answer, Standing};
use crate::framework::{Change, ChangeKind, Framework};

/// What passing would do, in lines.
#[must_use]
pub fn lines(migration: &Migration) -> Vec<String> {
    let mut lines = vec![format!("Passer de la version {} à la version {}", migration.from, migration.to)];
    lines.push(format!("{} sans changement", count(migration.kept, "réponse reste", "réponses restent")));
    lines.extend(migration.effects.iter().map(line));
    lines
}

fn line(effect: &Effect) -> String {
    let part = match effect.part {
        Part::Answer => "Réponse",
        Part::Target => "Objectif",
        Part::PlanItem => "Action décidée",
        Part::SetAside => "Piste mise de côté",
    };
    let (from, to) = (list(&effect.from), list(&effect.to));
    let answer = effect.part == Part::Answer;
    match effect.kind {
        ChangeKind::Renamed => format!("{part}{NB}: « {from} » s’appelle maintenant « {to} »"),
        ChangeKind::Merged if answer => {
            format!("{part}{NB}: « {to} » réunit {from} et prend le palier le plus bas ; ces réponses restent lisibles")
        }
        ChangeKind::Merged => format!("{part}{NB}: « {to} » réunit {from}"),
        ChangeKind::Split if answer => {
            format!("{part}{NB}: « {from} » devient {to}, à répondre de nouveau ; l’ancienne réponse y est notée")
        }
        ChangeKind::Split => format!("{part}{NB}: « {from} » devient {to} et reste comme elle est"),
        ChangeKind::Removed => format!("{part}{NB}: « {from} » n’est plus dans le référentiel ; rien n’est effacé"),
    }
}

/// The note of an answer made from older ones.
#[must_use]
pub fn note(framework: &Framework, change: &Change, old: &[(&str, &Answer)]) -> String {
    let said = |(id, answer): &(&str, &Answer)| {
        let words = match answer.standing() {
            Standing::At(level) => framework.tier_name(level).to_owned(),
            Standing::Unknown => "à vérifier".to_owned(),
            Standing::NotApplicable => "sans objet".to_owned(),
            Standing::Unanswered => "sans réponse".to_owned(),
        };
        let noted = answer.note.as_ref().map(|note| format!(" – {note}")).unwrap_or_default();
        format!("« {id} »{NB}: {words}{noted}")
    };
    let answered: Vec<String> = old.iter().map(said).collect();
    let missing = change.from.iter().filter(|id| old.iter().all(|(own, _)| own != id));
    let all: Vec<String> =
        answered.into_iter().chain(missing.map(|id| format!("« {id} »{NB}: sans réponse"))).collect();
    format!("Avant la version {}{NB}: {}", change.version, all.join(" · "))
}
