//! The closed lists of words of the référentiel: types of school, whose decision, who acts, when, what a source is, and
//! the parts of the other frameworks that a question may answer to.

use crate::names::words;

words!(
    /// What a school teaches; a school has a set of them.
    SchoolType {
        /// École maternelle.
        Maternelle = "maternelle",
        /// École élémentaire.
        Elementaire = "elementaire",
        /// Collège.
        College = "college",
        /// Lycée général et technologique.
        LyceeGt = "lycee_gt",
        /// Lycée professionnel.
        LyceePro = "lycee_pro",
    }
);
words!(
    /// Whose decision a fact depends on.
    Dependence {
        /// The school itself.
        Ecole = "ecole",
        /// Commune, Département or Région.
        Collectivite = "collectivite",
        /// Académie.
        Academie = "academie",
    }
);
words!(
    /// Who can carry out an action.
    Reach {
        /// The school itself.
        Etablissement = "etablissement",
        /// Commune, Département or Région.
        Collectivite = "collectivite",
        /// Académie.
        Academie = "academie",
        /// The State.
        National = "national",
    }
);
words!(
    /// How far an action looks. The sources never define these; Paliers does.
    Horizon {
        /// This school year.
        Court = "court",
        /// The next school year.
        Moyen = "moyen",
        /// Beyond.
        Long = "long",
    }
);
words!(
    /// A moment of the school year.
    Period {
        /// La rentrée.
        Rentree = "rentree",
        /// Arrival of new colleagues.
        Arrivees = "arrivees",
        /// Before the winter holidays.
        Automne = "automne",
        /// Writing of the projet d’école or d’établissement.
        Projet = "projet",
        /// Before a conseil.
        Conseil = "conseil",
        /// Spring.
        Printemps = "printemps",
        /// Last weeks.
        FinAnnee = "fin-annee",
    }
);
words!(
    /// What an entry of the register is in its document.
    PropositionKind {
        /// A numbered proposition.
        Proposition = "proposition",
        /// A « Proposition et action » group.
        Group = "group",
        /// A bullet of the recurrent list.
        Bullet = "bullet",
        /// A row of a table.
        Row = "row",
        /// Any other passage that is cited.
        Passage = "passage",
    }
);
words!(
    /// What became of an id.
    ChangeKind {
        /// Same thing, other id.
        Renamed = "renamed",
        /// One became several.
        Split = "split",
        /// Several became one.
        Merged = "merged",
        /// Gone.
        Removed = "removed",
    }
);
words!(
    /// The six champs d’action of the academic paliers.
    Champ {
        /// Pilotage, impulsion, organisation.
        Pilotage = "pilotage",
        /// Formation.
        Formation = "formation",
        /// Ressources.
        Ressources = "ressources",
        /// Pratiques éducatives et pédagogiques.
        Pratiques = "pratiques",
        /// Infrastructures réseau.
        Infrastructures = "infrastructures",
        /// Équipement.
        Equipement = "equipement",
    }
);
words!(
    /// The eight areas of SELFIE.
    Selfie {
        /// Leadership.
        Leadership = "A",
        /// Collaboration and networking.
        Collaboration = "B",
        /// Infrastructure and equipment.
        Infrastructure = "C",
        /// Continuing professional development.
        Development = "D",
        /// Pedagogy: supports and resources.
        Supports = "E",
        /// Pedagogy: implementation in the classroom.
        Classroom = "F",
        /// Assessment practices.
        Assessment = "G",
        /// Student digital competence.
        Competence = "H",
    }
);
words!(
    /// The five domains of the CRCN, for pupils.
    Crcn {
        /// Informations et données.
        Informations = "informations-donnees",
        /// Communication et collaboration.
        Communication = "communication-collaboration",
        /// Création de contenu.
        Creation = "creation-contenu",
        /// Protection et sécurité.
        Protection = "protection-securite",
        /// Environnement numérique.
        Environnement = "environnement",
    }
);
words!(
    /// The five domains of the CRCN Édu, for teachers.
    CrcnEdu {
        /// Environnement professionnel.
        Environnement = "environnement-professionnel",
        /// Ressources numériques.
        Ressources = "ressources",
        /// Enseignement et apprentissages.
        Enseignement = "enseignement-apprentissages",
        /// Diversité et autonomie des apprenants.
        Diversite = "diversite-autonomie",
        /// Compétences numériques des apprenants.
        Competences = "competences-apprenants",
    }
);
words!(
    /// The six areas of DigCompEdu, for educators.
    DigCompEdu {
        /// Professional engagement.
        Engagement = "1-engagement",
        /// Digital resources.
        Resources = "2-ressources",
        /// Teaching and learning.
        Teaching = "3-enseignement",
        /// Assessment.
        Assessment = "4-evaluation",
        /// Empowering learners.
        Empowering = "5-autonomie",
        /// Facilitating learners’ digital competence.
        Competence = "6-competences",
    }
);
