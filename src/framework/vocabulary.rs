//! The closed lists of words of the référentiel: types of school, whose decision, who acts, when, what a source is.

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
