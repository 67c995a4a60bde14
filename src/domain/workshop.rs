//! The three workshops: what works and what does not, what would be needed, what to improve; then the plan. Each thing
//! says what it comes from, so that nothing is typed twice and every decision can be traced back.

use super::dates::Day;
use super::plan::PlanItem;
use crate::extra::Extra;
use crate::names::{ThematiqueId, WorkshopId, words};

/// A workshop of a school, or one of the examples.
#[derive(Clone, Debug, PartialEq)]
pub struct Workshop {
    pub extra: Extra,
    pub id: WorkshopId,
    pub title: String,
    pub date: Option<Day>,
    pub cards: Vec<Card>,
    pub needs: Vec<Idea>,
    pub axes: Vec<Idea>,
}

words!(
    /// What a card of the first workshop says.
    CardKind {
        Works = "works",
        Stuck = "stuck",
    }
);

words!(
    /// Who speaks in a card.
    Speaker {
        Eleves = "eleves",
        Enseignants = "enseignants",
        Agents = "agents",
        Cadres = "cadres",
        Parents = "parents",
        Partenaires = "partenaires",
    }
);

/// « Ce qui marche » or « ce qui coince ».
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub extra: Extra,
    pub id: String,
    pub kind: CardKind,
    pub text: String,
    pub who: Option<Speaker>,
    pub thematique: Option<ThematiqueId>,
    /// The line of the document's table, in an example. None: without a link in the document.
    pub row: Option<u32>,
}

/// A need, which answers irritants, or an axis, which answers needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Idea {
    pub extra: Extra,
    pub id: String,
    pub text: String,
    pub thematique: Option<ThematiqueId>,
    /// Ids of the irritants, or of the needs, that it answers.
    pub answers: Vec<String>,
    pub row: Option<u32>,
}

/// Where something decided comes from: the axis, the need and the irritants behind it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chain<'a> {
    pub axis: Option<&'a Idea>,
    pub needs: Vec<&'a Idea>,
    pub irritants: Vec<&'a Card>,
}

impl Chain<'_> {
    /// All that was said: the axis, the needs, what does not work.
    #[must_use]
    pub fn said(&self) -> String {
        let ideas = self.axis.iter().chain(&self.needs).map(|idea| idea.text.as_str());
        let said: Vec<&str> = ideas.chain(self.irritants.iter().map(|card| card.text.as_str())).collect();
        said.join("\n")
    }
}

impl Workshop {
    /// One that says nothing yet.
    #[must_use]
    pub fn new(id: WorkshopId, title: String, date: Day) -> Self {
        let (cards, needs, axes) = (Vec::new(), Vec::new(), Vec::new());
        Self { extra: Extra::default(), id, title, date: Some(date), cards, needs, axes }
    }

    /// Whether it was made from a document: something of it stands on a line of one. What is begun in an example does not.
    #[must_use]
    pub fn is_of_a_document(&self) -> bool {
        let idea = |idea: &Idea| idea.row.is_some();
        self.cards.iter().any(|card| card.row.is_some()) || self.needs.iter().any(idea) || self.axes.iter().any(idea)
    }

    /// Changes the thématique of a card, which can come later.
    pub fn classify(&mut self, card: &str, thematique: Option<ThematiqueId>) {
        if let Some(card) = self.cards.iter_mut().find(|c| c.id == card) {
            card.thematique = thematique;
        }
    }

    /// The cards of a kind, in the order they were said.
    pub fn cards_of(&self, kind: CardKind) -> impl Iterator<Item = &Card> {
        self.cards.iter().filter(move |card| card.kind == kind)
    }

    /// The needs that answer an irritant.
    pub fn needs_of<'a>(&'a self, irritant: &'a str) -> impl Iterator<Item = &'a Idea> {
        self.needs.iter().filter(move |need| need.answers.iter().any(|id| id == irritant))
    }

    /// The axes that answer a need.
    pub fn axes_of<'a>(&'a self, need: &'a str) -> impl Iterator<Item = &'a Idea> {
        self.axes.iter().filter(move |axis| axis.answers.iter().any(|id| id == need))
    }

    /// What stands behind an axis or a need; empty when neither has that id.
    #[must_use]
    pub fn chain(&self, id: &str) -> Chain<'_> {
        let axis = self.axes.iter().find(|axis| axis.id == id);
        let is_behind = |need: &&Idea| axis.map_or(need.id == id, |axis| axis.answers.contains(&need.id));
        let needs: Vec<&Idea> = self.needs.iter().filter(is_behind).collect();
        let is_irritant = |card: &&Card| needs.iter().any(|need| need.answers.contains(&card.id));
        let irritants = self.cards_of(CardKind::Stuck).filter(is_irritant).collect();
        Chain { axis, needs, irritants }
    }

    /// The reference that a decided action keeps to an axis of this workshop.
    #[must_use]
    pub fn reference(&self, axis: &str) -> String {
        format!("{}.{axis}", self.id.as_str())
    }

    /// Whether an action was decided here: it keeps a reference to an axis or a need, or to a line of the document’s plan.
    #[must_use]
    pub fn has_decided(&self, item: &PlanItem) -> bool {
        let reference = item.origin.as_ref().and_then(|origin| origin.reference.as_deref());
        let behind = reference.and_then(|reference| reference.strip_prefix(self.id.as_str()));
        let behind = behind.and_then(|rest| rest.strip_prefix('.'));
        behind.is_some_and(|rest| !rest.contains('.') || rest.starts_with("plan."))
    }

    /// Takes a card, a need or an axis away. What answered it stays, without that link.
    pub fn remove(&mut self, id: &str) {
        self.cards.retain(|card| card.id != id);
        self.needs.retain(|need| need.id != id);
        self.axes.retain(|axis| axis.id != id);
        for idea in self.needs.iter_mut().chain(&mut self.axes) {
            idea.answers.retain(|answered| answered != id);
        }
    }

    /// The thématique of an axis or a need: its own, or that of what it answers.
    #[must_use]
    pub fn thematique_of(&self, id: &str) -> Option<&ThematiqueId> {
        let chain = self.chain(id);
        let own = chain.axis.and_then(|axis| axis.thematique.as_ref());
        let need = || chain.needs.iter().find_map(|need| need.thematique.as_ref());
        own.or_else(need).or_else(|| chain.irritants.iter().find_map(|card| card.thematique.as_ref()))
    }
}

impl Card {
    /// A card of a kind.
    #[must_use]
    pub fn new(id: String, kind: CardKind, text: String) -> Self {
        Self { extra: Extra::default(), id, kind, text, who: None, thematique: None, row: None }
    }
}

impl Idea {
    /// A need or an axis that answers something.
    #[must_use]
    pub fn new(id: String, text: String, answers: String) -> Self {
        Self { extra: Extra::default(), id, text, thematique: None, answers: vec![answers], row: None }
    }
}
