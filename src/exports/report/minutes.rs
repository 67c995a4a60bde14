//! « Relevé de décisions »: what the current meeting heard, adopted, decided, left to check, and when the next one is.
//!
//! What is retained is the answer of its point d’étape. Opinions are counts: nobody is named, and a role stands alone only
//! from three people (rule 8).

use super::Subject;
use crate::domain::plan::PlanItem;
use crate::domain::requests::by_addressee;
use crate::domain::workshop::CardKind;
use crate::domain::{Answer, Campaign, Meeting, Standing};
use crate::exports::blocks::{Block, Cell, Page, Table, Tone, list, page, paragraph, section};
use crate::names::CriterionId;
use crate::texts::format;
use crate::texts::{meeting as words, plan, results, school};

const TITLE: &str = "Relevé de décisions";

/// A meeting and the point d’étape it answers.
struct Minutes<'a> {
    subject: &'a Subject<'a>,
    meeting: &'a Meeting,
    campaign: &'a Campaign,
}

pub(super) fn part(subject: &Subject) -> Vec<Block> {
    let blocks = match subject.dossier.meeting() {
        None => vec![paragraph("Aucune réunion n’a encore été préparée.")],
        Some(meeting) => {
            let campaign = meeting.campaign(subject.dossier).unwrap_or(subject.campaign);
            Minutes { subject, meeting, campaign }.blocks()
        }
    };
    vec![page(Page::New, TITLE, blocks)]
}

impl Minutes<'_> {
    fn blocks(&self) -> Vec<Block> {
        let next = match self.meeting.next {
            Some(day) => format!("Le {}.", format::day(day)),
            None => "Sa date n’est pas encore choisie.".to_owned(),
        };
        let mut blocks = vec![
            Block::Paragraph(Tone::Lead, format!("{}.", words::title(self.meeting))),
            paragraph(self.present()),
            section("Une chose qui marche, selon chacun", vec![list(self.works(), "Rien n’a été noté.")]),
            section("Adopté ensemble", vec![Block::Table(self.adopted())]),
            section("Décidé après discussion", vec![Block::Table(self.discussed())]),
        ];
        blocks.extend(self.left());
        blocks.extend([
            section("À vérifier", vec![Block::Table(self.to_check())]),
            section("Actions décidées en réunion", vec![Block::Table(self.actions())]),
            section("Demandes décidées", vec![Block::Table(self.requests())]),
            section("Prochaine réunion", vec![paragraph(next)]),
            Block::Paragraph(
                Tone::Quiet,
                "Les avis sont des nombres\u{a0}: personne n’y est nommé, et un rôle n’apparaît seul qu’à partir de trois personnes.".to_owned(),
            ),
        ]);
        blocks
    }

    fn present(&self) -> String {
        let present = school::participants(&self.meeting.present, &self.subject.dossier.school);
        present.map_or_else(|| "Les personnes présentes restent à compter.".to_owned(), |present| format!("{present}."))
    }

    fn works(&self) -> Vec<String> {
        let workshops = &self.subject.dossier.workshops;
        let own = workshops.iter().find(|w| Some(&w.id) == self.meeting.workshop.as_ref());
        own.map(|w| w.cards_of(CardKind::Works).map(|card| card.text.clone()).collect()).unwrap_or_default()
    }

    /// The title of a question, or its id when the référentiel does not have it.
    fn title(&self, id: &CriterionId) -> Cell {
        Cell::text(self.subject.framework.criterion(id).map_or(id.as_str(), |c| &c.title))
    }

    fn answer(&self, id: &CriterionId) -> Option<&Answer> {
        self.campaign.answers.get(id)
    }

    fn retained(&self, id: &CriterionId) -> Cell {
        let said = match self.answer(id).map_or(Standing::Unanswered, Answer::standing) {
            Standing::Unknown => "À vérifier".to_owned(),
            _ => results::answer(self.subject.framework, self.answer(id)),
        };
        Cell::Text(said)
    }

    /// The opinions on a question, then those of the roles that can be shown.
    fn opinions(&self, id: &CriterionId) -> Cell {
        let Subject { framework, dossier, .. } = self.subject;
        let Some(opinions) = self.meeting.opinions.get(id) else { return Cell::Empty };
        let whole = words::said(framework, &opinions.whole());
        let lines: Vec<String> =
            whole.into_iter().chain(words::by_role(framework, &dossier.school, opinions)).collect();
        Cell::text(lines.join("\n"))
    }

    fn adopted(&self) -> Table {
        let columns = [("Question", 44), ("Retenu", 22), ("Avis", 34)];
        let mut table = Table::new("Réponses adoptées", &columns, "Aucune réponse n’a été adoptée d’emblée.");
        table.rows =
            self.meeting.adopted.iter().map(|id| vec![self.title(id), self.retained(id), self.opinions(id)]).collect();
        table
    }

    fn discussed(&self) -> Table {
        let columns = [("Question", 30), ("Retenu", 18), ("Avis", 26), ("Avis différent, gardé", 26)];
        let mut table =
            Table::new("Réponses discutées", &columns, "Aucune question n’a été tranchée après discussion.");
        let row = |id: &CriterionId| {
            let dissent = self.answer(id).and_then(|a| a.dissent.as_deref());
            vec![self.title(id), self.retained(id), self.opinions(id), Cell::text_if_any(dissent)]
        };
        table.rows = self.meeting.discussed.iter().map(row).collect();
        table
    }

    /// What was to be discussed and was not: the meeting may stop at any minute.
    fn left(&self) -> Option<Block> {
        let Subject { framework, dossier, .. } = *self.subject;
        let docket = self.meeting.docket(framework, dossier, self.campaign);
        let agreed = docket.agreed.iter().map(|a| a.criterion);
        let open = docket.contested.iter().filter(|c| !c.decided).map(|c| c.criterion);
        let titles: Vec<String> = agreed.chain(open).map(|c| c.title.clone()).collect();
        (!titles.is_empty()).then(|| section("Gardé pour la prochaine fois", vec![list(titles, "")]))
    }

    fn to_check(&self) -> Table {
        let Subject { framework, dossier, .. } = *self.subject;
        let columns = [("Question", 50), ("Qui vérifie", 30), ("Avant le", 20)];
        let mut table = Table::new("Réponses à vérifier", &columns, "Aucune réponse n’est à vérifier.");
        let unknown =
            dossier.asked(framework, self.campaign).filter(|c| self.campaign.standing(&c.id) == Standing::Unknown);
        let row = |id: &CriterionId| {
            let check = self.answer(id).and_then(|a| a.check.as_ref());
            let who = check.map(|check| check.who.as_str());
            vec![self.title(id), Cell::text_if_any(who), Cell::date_if_any(check.and_then(|check| check.by))]
        };
        table.rows = unknown.map(|c| row(&c.id)).collect();
        table
    }

    fn actions(&self) -> Table {
        let Subject { framework, dossier, today, .. } = *self.subject;
        let columns =
            [("Action", 28), ("Pilote", 16), ("Quand", 18), ("Première étape", 19), ("Signe de réussite", 19)];
        let mut table =
            Table::new("Actions de la réunion", &columns, "Aucune action n’a été décidée pendant la réunion.");
        let sign = |item: &PlanItem| Some(framework.criterion(item.criterion.as_ref()?)?.fact(item.to?).to_owned());
        let row = |item: &PlanItem| {
            vec![
                Cell::text(&item.title),
                Cell::text(format::list(&plan::filled(&item.leads).collect::<Vec<_>>())),
                Cell::Text(plan::due(item.due(framework, today))),
                Cell::text_if_any(plan::filled(&item.how).next()),
                Cell::text_if_any(sign(item).as_deref()),
            ]
        };
        let decided = self.meeting.actions.iter().filter_map(|id| dossier.plan.iter().find(|item| item.id == *id));
        table.rows = decided.map(row).collect();
        table
    }

    fn requests(&self) -> Table {
        let Subject { framework, dossier, .. } = *self.subject;
        let columns = [("À qui", 18), ("Quoi", 41), ("Le fait à l’appui", 41)];
        let mut table = Table::new("Demandes de la réunion", &columns, "Aucune demande n’a été décidée.");
        for group in by_addressee(framework, dossier, self.campaign) {
            let decided = group.requests.iter().filter(|request| request.item.is_some());
            table.rows.extend(decided.map(|request| {
                let whom = Cell::text(results::addressee(group.reach, &dossier.school));
                vec![whom, Cell::text(request.title()), Cell::text_if_any(request.fact())]
            }));
        }
        table
    }
}
