//! The words of the documents to adapt: what a model proposes to this school, what of the dossier fills it, and how
//! much is still blank. Names of people are never proposed: a role is, with a blank beside it.

use super::format::{NB, capital, count, day, lower};
use super::{follow, indicators as measures, plan, results, school as about};
use crate::domain::papers::TOLD;
use crate::domain::plan::Due;
use crate::domain::{Actor, Day, Dossier, Drill, Effort, Indicator, Paper, PlanItem, School, State};
use crate::framework::{Framework, Horizon, SchoolType};
use crate::papers::{Field, Model, Review, Source, blanks};

/// What a document is filled from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub framework: &'a Framework,
    pub dossier: &'a Dossier,
    pub paper: &'a Paper,
    pub today: Day,
}

impl Context<'_> {
    fn school(&self) -> &School {
        &self.dossier.school
    }

    /// What stands in a field: what the school wrote, else what is proposed.
    #[must_use]
    pub fn written(&self, field: &Field) -> String {
        self.paper.value(&field.id).map_or_else(|| self.proposed(field), str::to_owned)
    }

    /// What of the dossier fills a field, else the words of the model, said for this school.
    #[must_use]
    pub fn proposed(&self, field: &Field) -> String {
        let found = field.from.map(|source| self.found(source, field)).unwrap_or_default();
        if found.trim().is_empty() { said(&field.text, self.school()) } else { found }
    }

    /// Whether a field is for this school.
    #[must_use]
    pub fn concerns(&self, field: &Field) -> bool {
        self.school().is_among(&field.applies_to)
    }

    /// How many blanks are left in the document.
    #[must_use]
    pub fn blanks(&self, model: &Model) -> usize {
        let fields = model.fields().filter(|field| self.concerns(field));
        let of = |field: &Field| match self.written(field) {
            empty if empty.trim().is_empty() => usize::from(!field.options.is_empty()),
            text => blanks(&text),
        };
        fields.map(of).sum()
    }

    /// Who reads the document again in this school, and why, a line each.
    #[must_use]
    pub fn reviews(&self, model: &Model) -> Vec<String> {
        let here = model.review.iter().filter(|review| self.school().is_among(&review.applies_to));
        let line = |review: &Review| {
            let (who, why) = (said(&review.who, self.school()), said(&review.why, self.school()));
            format!("{}{NB}: {why}", capital(&who))
        };
        here.map(line).collect()
    }

    /// The action that the document speaks of.
    fn item(&self) -> Option<&PlanItem> {
        let id = self.paper.item.as_ref()?;
        self.dossier.plan.iter().find(|item| item.id == *id)
    }

    fn found(&self, source: Source, field: &Field) -> String {
        match source {
            Source::Pupils => self.school().pupils.map(|n| n.to_string()).unwrap_or_default(),
            Source::Actors => self.actors(),
            Source::Decided => self.decided(field),
            Source::Indicators => self.indicators(field),
            source => self.item().map(|item| self.of_item(source, item, field)).unwrap_or_default(),
        }
    }

    fn of_item(&self, source: Source, item: &PlanItem, field: &Field) -> String {
        let means = item.means.clone().unwrap_or_default();
        let joined = |lines: &[String]| plan::filled(lines).collect::<Vec<_>>().join(", ");
        let option = |at: usize| field.options.get(at).cloned().unwrap_or_default();
        match source {
            Source::ItemTitle => item.title.trim().to_owned(),
            Source::ItemSummary => {
                let axis = Some(item.axis.trim()).filter(|axis| !axis.is_empty()).map(|axis| format!("{axis}."));
                let steps = plan::filled(&item.how).map(|step| format!("– {step}"));
                axis.into_iter().chain(steps).collect::<Vec<_>>().join("\n")
            }
            Source::ItemLeads => joined(&item.leads),
            Source::ItemInvolved => joined(&item.involved),
            Source::ItemDue => match item.due(self.framework, self.today) {
                Due::Unsaid => String::new(),
                due => capital(&plan::due(due)),
            },
            Source::ItemFinancial => means.financial,
            Source::ItemHuman => means.human,
            Source::ItemLegal => means.legal,
            Source::ItemEffort => item.effort.map(|effort| option(place(Effort::ALL, effort))).unwrap_or_default(),
            Source::ItemHorizon => item.horizon.map(|h| option(place(Horizon::ALL, h))).unwrap_or_default(),
            Source::ItemIndicators => {
                let titles = plan::filled(&item.indicators).map(|id| self.framework.indicator_title(id));
                titles.map(|title| format!("– {title}")).collect::<Vec<_>>().join("\n")
            }
            Source::Pupils | Source::Actors | Source::Decided | Source::Indicators => String::new(),
        }
    }

    /// Whom to call: what for, and the role. A name or a number is written by hand.
    fn actors(&self) -> String {
        let known = self.dossier.actors.iter().filter(|actor| !actor.role.trim().is_empty());
        let line = |actor: &Actor| {
            let purpose = Some(actor.purpose.trim()).filter(|purpose| !purpose.is_empty());
            let role = actor.role.trim();
            match purpose {
                Some(purpose) => format!("– {purpose}{NB}: {}, [téléphone]", lower(role)),
                None => format!("– {role}, [téléphone]"),
            }
        };
        known.map(line).collect::<Vec<_>>().join("\n")
    }

    /// The actions decided for the questions of the field.
    fn decided(&self, field: &Field) -> String {
        let items = self.dossier.plan.iter().filter(|item| item.state != State::Dropped);
        let wanted = |item: &&PlanItem| item.criterion.as_ref().is_some_and(|id| field.criteria.contains(id));
        let line = |item: &PlanItem| {
            let when = lower(&plan::due(item.due(self.framework, self.today)));
            let facts = [plan::who(item), when, lower(&plan::item_state(item))];
            let facts: Vec<String> = facts.into_iter().filter(|fact| fact != results::NONE).collect();
            format!("– {} ({})", follow::title(item), facts.join("\u{202f}; "))
        };
        items.filter(wanted).map(line).collect::<Vec<_>>().join("\n")
    }

    /// The indicators followed for the questions of the field, with their last value.
    fn indicators(&self, field: &Field) -> String {
        let criteria = field.criteria.iter().filter_map(|id| self.framework.criterion(id));
        let ids: Vec<&str> = criteria.flat_map(|criterion| criterion.indicators.iter().map(String::as_str)).collect();
        let wanted = |own: &&Indicator| {
            ids.contains(&own.reference.as_str()) || TOLD.iter().any(|told| told.id == own.id.as_str())
        };
        let followed = self.dossier.indicators.iter().filter(wanted);
        let line = |own: &Indicator| format!("– {}{NB}: {}", measures::title(own), measures::last(own));
        followed.map(line).collect::<Vec<_>>().join("\n")
    }
}

fn place<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|other| *other == one).unwrap_or(usize::MAX)
}

/// A text of a model with the names of the school in their places.
#[must_use]
pub fn said(text: &str, school: &School) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        out.push_str(before);
        out.push_str(&named(name, school));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What a name between braces stands for in that school.
fn named(name: &str, school: &School) -> String {
    let primary = school.is_primary();
    let noun = about::noun(school);
    let elided = !matches!(noun, "collège" | "lycée");
    let text = |text: &str| text.to_owned();
    match name {
        "nom" => match school.name.trim() {
            "" => format!("[nom {}]", about::of_the(school)),
            name => name.to_owned(),
        },
        "commune" => match school.commune.trim() {
            "" => text("[commune]"),
            commune => commune.to_owned(),
        },
        "etablissement" if elided => format!("l’{noun}"),
        "etablissement" => format!("le {noun}"),
        "du" => about::of_the(school),
        "au" if elided => format!("à l’{noun}"),
        "au" => format!("au {noun}"),
        "conseil" => text(about::council(school)),
        "projet" if primary => text("projet d’école"),
        "projet" => text("projet d’établissement"),
        "equipe" if primary => text("conseil des maîtres"),
        "equipe" => text("conseil pédagogique"),
        "responsable" if primary => {
            text("la directrice ou le directeur académique (DASEN), par la circonscription (IEN)")
        }
        "responsable" => text("la cheffe ou le chef d’établissement"),
        "appui" if primary => text("l’enseignant ressource (ERUN) et la circonscription"),
        "appui" => text("la délégation académique au numérique"),
        _ => {
            let (alone, of, to) = collectivity(school);
            text(match name {
                "de-collectivite" => of,
                "a-collectivite" => to,
                _ => alone,
            })
        }
    }
}

/// The body that equips the school: alone, after « de », after « à ».
fn collectivity(school: &School) -> (&'static str, &'static str, &'static str) {
    let all = |wanted: &[SchoolType]| !school.types.is_empty() && school.types.iter().all(|kind| wanted.contains(kind));
    if school.is_primary() {
        ("la commune", "de la commune", "à la commune")
    } else if all(&[SchoolType::College]) {
        ("le Département", "du Département", "au Département")
    } else if all(&[SchoolType::LyceeGt, SchoolType::LyceePro]) {
        ("la Région", "de la Région", "à la Région")
    } else {
        ("la collectivité", "de la collectivité", "à la collectivité")
    }
}

/// A text as paper needs it: each blank long enough for a pen.
#[must_use]
pub fn on_paper(text: &str) -> String {
    const DOTS: &str = "……………………";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((blank, after)) = after.split_once(']').filter(|(blank, _)| !blank.contains(['[', '\n'])) else {
            break;
        };
        out.push_str(before);
        out.push_str(&format!("[{blank}{NB}: {DOTS}]"));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// « Il reste 6 blancs à remplir. »
#[must_use]
pub fn left(blanks: usize) -> String {
    match blanks {
        0 => "Plus aucun blanc. Faites relire le document avant de l’employer.".to_owned(),
        1 => "Il reste un blanc à remplir, entre crochets.".to_owned(),
        n => format!("Il reste {n}{NB}blancs à remplir, entre crochets."),
    }
}

/// A document in the list of those begun: « 6 blancs, modifié le 23 novembre 2026 ».
#[must_use]
pub fn summary(blanks: usize, at: Option<Day>) -> String {
    let blanks = match blanks {
        0 => "rempli".to_owned(),
        n => count(n, "blanc", "blancs"),
    };
    match at {
        Some(at) => format!("{blanks}, modifié le {}", day(at)),
        None => blanks,
    }
}

/// When a drill is or was: « 12 novembre 2026, fait ».
#[must_use]
pub fn drill_when(drill: &Drill) -> String {
    let when = drill.date.map_or_else(|| "date à choisir".to_owned(), day);
    format!("{when}, {}", if drill.done { "fait" } else { "prévu" })
}

/// What a drill is called in a calendar.
#[must_use]
pub fn drill_title(drill: &Drill) -> String {
    let done = if drill.done { format!("Fait{NB}: ") } else { String::new() };
    match drill.tried.trim() {
        "" => capital(&format!("{done}exercice du plan de continuité")),
        tried => capital(&format!("{done}exercice du plan de continuité{NB}: {}", lower(tried))),
    }
}
