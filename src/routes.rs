//! Addresses: `#/` + segments + optional `?key=value`, one type for both directions.
//!
//! Fragments, so that any static host and any sub-path work. Case and a trailing slash are forgiven, unknown keys are
//! ignored, anything else is [`Route::Unknown`]. No other fragment exists: jumps inside a page move the focus.

use crate::domain::readings::Reading;
use crate::framework::Reach;
use crate::names::{CriterionId, PlanItemId};

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Home,
    School,
    /// All the questions; the screen chooses the first sous-thématique still to answer.
    Questions,
    /// One thématique; the screen chooses its first sous-thématique.
    Thematique(String),
    /// One sous-thématique, by its thématique’s id and the last part of its own.
    SubTheme {
        thematique: String,
        sub_theme: String,
    },
    Results,
    /// From one point d’étape to another.
    Evolution,
    /// Every answer at a glance.
    Answers,
    /// The results by the parts of another framework.
    Reading(Reading),
    Targets,
    Plan,
    PlanItem(PlanItemId),
    /// What we ask of one addressee, on its sheet.
    Letter(Reach),
    Workshops,
    /// Deciding together; its `voir` chooses the step.
    Meeting,
    /// The three tables of a workshop, on their sheets; its `atelier` says which.
    WorkshopTables,
    /// What is counted, year after year.
    Indicators,
    /// Whom to call for what.
    Actors,
    Report,
    /// The documents that the school adapts.
    Papers,
    Data,
    /// Several schools seen together; its `voir` chooses what of them.
    Group,
    /// The référentiel; its `voir` chooses what of it.
    Reference,
    /// One question of the référentiel.
    Criterion(CriterionId),
    /// A page of text.
    Page(Page),
    Unknown,
}

crate::names::words!(
    /// The pages of text, compiled from `content/pages/`.
    Page {
        Help = "aide",
        /// The essential of `docs/kit/`.
        Hosting = "animer",
        Accessibility = "accessibilite",
        Legal = "mentions-legales",
        Privacy = "donnees-personnelles",
        SiteMap = "plan-du-site",
    }
);

/// What an address names: a screen and its filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub route: Route,
    /// `?key=value` pairs, as they stand: content ids and fixed words; a search decodes its own.
    pub query: Vec<(String, String)>,
}

impl Address {
    /// Reads a location’s hash, with or without its `#`.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let query = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(key, value)| (key.to_ascii_lowercase(), value.to_ascii_lowercase()))
            .collect();
        let address = Self { route: Route::parse(path), query };
        Self { route: address.view().unwrap_or_else(|| address.route.clone()), ..address }
    }

    /// The screens of the bilan, of the plan and of the workshops that a key chooses.
    fn view(&self) -> Option<Route> {
        match (&self.route, self.get("vue")) {
            (Route::Plan, Some("indicateurs")) => return Some(Route::Indicators),
            (Route::Plan, Some("annuaire")) => return Some(Route::Actors),
            (Route::Plan, Some("demandes")) => return self.get("lettre").and_then(Reach::parse).map(Route::Letter),
            (Route::Workshops, Some("tableaux")) => return Some(Route::WorkshopTables),
            (Route::Results, _) => {}
            _ => return None,
        }
        match (self.get("voir"), self.get("par").and_then(Reading::parse)) {
            (Some("evolution"), _) => Some(Route::Evolution),
            (Some("reponses"), _) => Some(Route::Answers),
            (_, reading) => reading.map(Route::Reading),
        }
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.query.iter().find(|(k, _)| k == key).map(|(_, value)| value.as_str())
    }

    /// The hash of the same screen with another value for a key, or without it; back on the first page of its list.
    #[must_use]
    pub fn with(&self, key: &str, value: Option<&str>) -> String {
        let kept = self.query.iter().filter(|(k, _)| k != key && k != "page");
        let kept = kept.map(|(k, value)| format!("{k}={value}"));
        let pairs: Vec<String> = kept.chain(value.map(|value| format!("{key}={value}"))).collect();
        let mark = if pairs.is_empty() { "" } else { "?" };
        let href = self.route.href();
        // The key that chooses a view is among the pairs already.
        let path = href.split_once('?').map_or(href.as_str(), |(path, _)| path);
        format!("{path}{mark}{}", pairs.join("&"))
    }
}

impl Route {
    fn parse(path: &str) -> Self {
        let segments: Vec<&str> = path.split('/').filter(|s| !s.is_empty()).collect();
        let lower: Vec<String> = segments.iter().map(|s| s.to_ascii_lowercase()).collect();
        let words: Vec<&str> = lower.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] => Self::Home,
            ["ecole"] => Self::School,
            ["questions"] => Self::Questions,
            ["questions", thematique] => Self::Thematique((*thematique).to_owned()),
            ["questions", thematique, sub_theme] => {
                Self::SubTheme { thematique: (*thematique).to_owned(), sub_theme: (*sub_theme).to_owned() }
            }
            ["bilan"] => Self::Results,
            ["objectifs"] => Self::Targets,
            ["plan"] => Self::Plan,
            // Ids made elsewhere may tell upper from lower case.
            ["plan", _] => PlanItemId::parse(segments[1]).map_or(Self::Unknown, Self::PlanItem),
            ["ateliers"] => Self::Workshops,
            ["reunion"] => Self::Meeting,
            ["rapport"] => Self::Report,
            ["documents"] => Self::Papers,
            ["donnees"] => Self::Data,
            ["groupe"] => Self::Group,
            ["referentiel"] => Self::Reference,
            ["referentiel", criterion] => CriterionId::parse(criterion).map_or(Self::Unknown, Self::Criterion),
            [page] => Page::parse(page).map_or(Self::Unknown, Self::Page),
            _ => Self::Unknown,
        }
    }

    /// The hash of the screen, `#/bilan`.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Home | Self::Unknown => "#/".to_owned(),
            Self::School => "#/ecole".to_owned(),
            Self::Questions => "#/questions".to_owned(),
            Self::Thematique(thematique) => format!("#/questions/{thematique}"),
            Self::SubTheme { thematique, sub_theme } => format!("#/questions/{thematique}/{sub_theme}"),
            Self::Results => "#/bilan".to_owned(),
            Self::Evolution => "#/bilan?voir=evolution".to_owned(),
            Self::Answers => "#/bilan?voir=reponses".to_owned(),
            Self::Reading(reading) => format!("#/bilan?par={}", reading.as_str()),
            Self::Targets => "#/objectifs".to_owned(),
            Self::Plan => "#/plan".to_owned(),
            Self::PlanItem(id) => format!("#/plan/{}", id.as_str()),
            Self::Letter(reach) => format!("#/plan?vue=demandes&lettre={}", reach.as_str()),
            Self::Workshops => "#/ateliers".to_owned(),
            Self::Meeting => "#/reunion".to_owned(),
            Self::WorkshopTables => "#/ateliers?vue=tableaux".to_owned(),
            Self::Indicators => "#/plan?vue=indicateurs".to_owned(),
            Self::Actors => "#/plan?vue=annuaire".to_owned(),
            Self::Report => "#/rapport".to_owned(),
            Self::Papers => "#/documents".to_owned(),
            Self::Data => "#/donnees".to_owned(),
            Self::Group => "#/groupe".to_owned(),
            Self::Reference => "#/referentiel".to_owned(),
            Self::Criterion(id) => format!("#/referentiel/{}", id.as_str()),
            Self::Page(page) => format!("#/{}", page.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_route() -> Vec<Route> {
        let mut routes = vec![
            Route::Home,
            Route::School,
            Route::Questions,
            Route::Thematique("acces".into()),
            Route::SubTheme { thematique: "acces".into(), sub_theme: "egalite".into() },
            Route::Results,
            Route::Evolution,
            Route::Answers,
            Route::Targets,
            Route::Plan,
            Route::PlanItem(PlanItemId::parse("Item_9").unwrap()),
            Route::Letter(Reach::Collectivite),
            Route::Workshops,
            Route::Meeting,
            Route::WorkshopTables,
            Route::Indicators,
            Route::Actors,
            Route::Report,
            Route::Papers,
            Route::Data,
            Route::Group,
            Route::Reference,
            Route::Criterion(CriterionId::parse("acces.egalite.reperer").unwrap()),
        ];
        routes.extend(Reading::ALL.iter().map(|reading| Route::Reading(*reading)));
        routes.extend(Page::ALL.iter().map(|page| Route::Page(*page)));
        routes
    }

    #[test]
    fn every_address_reads_back() {
        for route in every_route() {
            assert_eq!(Address::parse(&route.href()).route, route);
        }
    }

    #[test]
    fn what_is_forgiven_and_what_is_not() {
        for (hash, expected) in [
            ("", Route::Home),
            ("#", Route::Home),
            ("#/", Route::Home),
            ("#/Bilan/", Route::Results),
            ("#/QUESTIONS/Acces/Egalite", Route::SubTheme { thematique: "acces".into(), sub_theme: "egalite".into() }),
            ("#/bilan?par=Champ&inconnu=1", Route::Reading(Reading::Champ)),
            ("#/bilan?par=ailleurs&voir=rien", Route::Results),
            ("#/Objectifs/?thematique=acces", Route::Targets),
            ("#/plan?voir=evolution", Route::Plan),
            ("#/Reunion?voir=avis&question=acces.egalite.reperer", Route::Meeting),
            ("#/plan/Item_9", Route::PlanItem(PlanItemId::parse("Item_9").unwrap())),
            ("#/plan/a%20b", Route::Unknown),
            ("#/Referentiel/?voir=sources", Route::Reference),
            (
                "#/referentiel/Acces.Egalite.Reperer/",
                Route::Criterion(CriterionId::parse("acces.egalite.reperer").unwrap()),
            ),
            ("#/referentiel/a%20b", Route::Unknown),
            ("#/nulle-part", Route::Unknown),
            ("#/bilan/encore", Route::Unknown),
        ] {
            assert_eq!(Address::parse(hash).route, expected, "{hash}");
        }
        assert_eq!(Address::parse("#/plan?Page=2").get("page"), Some("2"));
    }

    #[test]
    fn a_filter_is_set_changed_and_taken_away() {
        let at = |hash: &str| Address::parse(hash);
        assert_eq!(at("#/plan").with("etat", Some("fait")), "#/plan?etat=fait");
        assert_eq!(
            at("#/plan?vue=suivi&etat=fait&page=2").with("etat", Some("en-cours")),
            "#/plan?vue=suivi&etat=en-cours"
        );
        assert_eq!(at("#/plan?etat=fait").with("etat", None), "#/plan");
        assert_eq!(at("#/plan?etat=fait&page=1").with("page", Some("2")), "#/plan?etat=fait&page=2");
    }
}
