//! The workshops in words: what each asks and how long it takes, who speaks, where a decision comes from.

use super::format::{NB, count, list};
use crate::domain::plan::OriginKind;
use crate::domain::workshop::{Card, CardKind, Chain, Speaker, Workshop};
use crate::domain::{Dossier, PlanItem};
use crate::framework::Framework;

/// The three workshops: title, how long, and what to do.
pub const TIMES: [(&str, &str, &str); 3] = [
    (
        "Retour d’expérience",
        "20\u{a0}minutes",
        "Deux ou trois récits de cinq minutes, puis chacun dit ce qui marche et ce qui coince. Une carte par idée, courte\u{a0}: \
         Entrée passe à la suivante. Nous parlons de faits, non de personnes.",
    ),
    (
        "Projections",
        "20\u{a0}minutes",
        "Un point qui coince à la fois. Qu’est-ce qu’il nous faudrait\u{202f}? Puis, pour chaque besoin, par où s’améliorer\u{202f}?",
    ),
    (
        "Plan d’action",
        "15\u{a0}minutes",
        "Un axe à la fois. Nous prenons une action proposée, ou nous écrivons la nôtre. Trois actions suffisent.",
    ),
];

/// The examples: file and title.
pub const EXAMPLES: [(&str, &str); 3] = [
    ("examples/atelier-vendee.paliers.json", "en Vendée, quatre thématiques"),
    ("examples/atelier-responsable.paliers.json", "le numérique responsable"),
    ("examples/atelier-gouvernance.paliers.json", "la gouvernance et l’anticipation"),
];

/// Heading of a kind of cards.
#[must_use]
pub fn kind(kind: CardKind) -> &'static str {
    match kind {
        CardKind::Works => "Ce qui marche",
        CardKind::Stuck => "Ce qui coince",
    }
}

/// Who speaks.
#[must_use]
pub fn speaker(speaker: Speaker) -> &'static str {
    match speaker {
        Speaker::Eleves => "Élèves",
        Speaker::Enseignants => "Enseignants",
        Speaker::Agents => "Agents et personnels administratifs",
        Speaker::Cadres => "Direction et encadrement",
        Speaker::Parents => "Parents",
        Speaker::Partenaires => "Partenaires",
    }
}

/// What stands after a card: who speaks, and in a workshop made from a document whether it links the card.
#[must_use]
pub fn beside(card: &Card, is_of_a_document: bool) -> String {
    let who = card.who.map(|who| speaker(who).to_owned());
    let link = (is_of_a_document && card.row.is_none()).then(|| "sans lien dans le document".to_owned());
    let parts: Vec<String> = [who, link].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}

/// What a card without a thématique says.
pub const TO_CLASSIFY: &str = "Thématique à choisir";

/// How many cards wait for their thématique; nothing when none does.
#[must_use]
pub fn to_classify(workshop: &Workshop) -> Option<String> {
    let waiting = workshop.cards.iter().filter(|card| card.thematique.is_none()).count();
    let cards = count(waiting, "carte l’attend", "cartes l’attendent");
    (waiting > 0).then(|| format!("La thématique d’une carte peut venir plus tard{NB}: {cards}."))
}

/// « 12 cartes, 5 besoins, 6 axes. »
#[must_use]
pub fn summary(workshop: &Workshop) -> String {
    format!(
        "{}, {}, {}.",
        count(workshop.cards.len(), "carte", "cartes"),
        count(workshop.needs.len(), "besoin", "besoins"),
        count(workshop.axes.len(), "axe", "axes")
    )
}

/// What stands behind an axis: « Ce qui coince : « … » et « … ». Ce qu’il nous faudrait : « … ». »
#[must_use]
pub fn behind(chain: &Chain) -> String {
    let quoted = |texts: Vec<&str>| list(&texts.iter().map(|t| format!("«{NB}{t}{NB}»")).collect::<Vec<_>>());
    let irritants: Vec<&str> = chain.irritants.iter().map(|card| card.text.as_str()).collect();
    let needs: Vec<&str> = chain.needs.iter().map(|need| need.text.as_str()).collect();
    let mut parts = Vec::new();
    if !irritants.is_empty() {
        parts.push(format!("Ce qui coince{NB}: {}.", quoted(irritants)));
    }
    if !needs.is_empty() {
        parts.push(format!("Ce qu’il nous faudrait{NB}: {}.", quoted(needs)));
    }
    parts.join(" ")
}

/// Why these actions are proposed for an axis, from how many words each shares with it.
#[must_use]
pub fn why_proposed(mut shared: impl ExactSizeIterator<Item = usize>) -> &'static str {
    match (shared.len(), shared.any(|n| n > 0)) {
        (0, _) => "Les actions proposées viennent des réponses aux questions de cette thématique.",
        (_, true) => {
            "D’abord celles qui ont des mots en commun avec cet axe, son besoin et ce qui coince\u{202f}; puis celles qui \
             ouvrent un palier ou avancent vite."
        }
        _ => {
            "Aucune n’a de mot en commun avec cet axe\u{a0}: elles viennent des réponses, en commençant par celles qui \
             ouvrent un palier ou avancent vite."
        }
    }
}

/// The words that an action shares with an axis.
#[must_use]
pub fn shared(words: &[String]) -> Option<String> {
    (!words.is_empty()).then(|| format!("En commun{NB}: {}", list(words)))
}

/// Where a decided action comes from; « sans lien » when nothing is known.
#[must_use]
pub fn origin(framework: &Framework, dossier: &Dossier, item: &PlanItem) -> String {
    let Some(origin) = &item.origin else { return "Sans lien".to_owned() };
    let reference = origin.reference.as_deref().unwrap_or_default();
    match origin.kind {
        OriginKind::Gap => {
            let question = framework.criteria.iter().find(|criterion| criterion.id.as_str() == reference);
            question.map_or_else(
                || "Une question du référentiel".to_owned(),
                |c| format!("La question «{NB}{}{NB}»", c.title),
            )
        }
        OriginKind::Irritant => {
            let found = dossier.workshops.iter().find_map(|workshop| {
                let id = reference.strip_prefix(workshop.id.as_str())?.strip_prefix('.')?;
                Some(behind(&workshop.chain(id))).filter(|said| !said.is_empty())
            });
            found.unwrap_or_else(|| "Un atelier".to_owned())
        }
        OriginKind::Source => "Sans lien dans le document d’origine".to_owned(),
        OriginKind::Free => "Sans lien\u{a0}: une action à nous".to_owned(),
    }
}
