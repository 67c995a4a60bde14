//! The parts of other frameworks, by their French names.

use crate::framework::{Champ, Crcn, CrcnEdu, DigCompEdu, Selfie};

/// A champ d’action of the academic paliers.
#[must_use]
pub fn champ(champ: Champ) -> &'static str {
    match champ {
        Champ::Pilotage => "Pilotage, impulsion, organisation",
        Champ::Formation => "Formation",
        Champ::Ressources => "Ressources",
        Champ::Pratiques => "Pratiques éducatives et pédagogiques",
        Champ::Infrastructures => "Infrastructures réseau",
        Champ::Equipement => "Équipement",
    }
}

/// An area of SELFIE.
#[must_use]
pub fn selfie(area: Selfie) -> &'static str {
    match area {
        Selfie::Leadership => "Direction et pilotage",
        Selfie::Collaboration => "Collaboration et réseaux",
        Selfie::Infrastructure => "Infrastructures et équipements",
        Selfie::Development => "Développement professionnel continu",
        Selfie::Supports => "Pédagogie : supports et ressources",
        Selfie::Classroom => "Pédagogie : mise en œuvre en classe",
        Selfie::Assessment => "Pratiques d’évaluation",
        Selfie::Competence => "Compétences numériques des élèves",
    }
}

/// A domain of the CRCN.
#[must_use]
pub fn crcn(domain: Crcn) -> &'static str {
    match domain {
        Crcn::Informations => "Informations et données",
        Crcn::Communication => "Communication et collaboration",
        Crcn::Creation => "Création de contenu",
        Crcn::Protection => "Protection et sécurité",
        Crcn::Environnement => "Environnement numérique",
    }
}

/// A domain of the CRCN Édu.
#[must_use]
pub fn crcn_edu(domain: CrcnEdu) -> &'static str {
    match domain {
        CrcnEdu::Environnement => "Environnement professionnel",
        CrcnEdu::Ressources => "Ressources numériques",
        CrcnEdu::Enseignement => "Enseignement et apprentissages",
        CrcnEdu::Diversite => "Diversité et autonomie des apprenants",
        CrcnEdu::Competences => "Compétences numériques des apprenants",
    }
}

/// An area of DigCompEdu.
#[must_use]
pub fn digcompedu(area: DigCompEdu) -> &'static str {
    match area {
        DigCompEdu::Engagement => "Engagement professionnel",
        DigCompEdu::Resources => "Ressources numériques",
        DigCompEdu::Teaching => "Enseignement et apprentissage",
        DigCompEdu::Assessment => "Évaluation",
        DigCompEdu::Empowering => "Autonomie des apprenants",
        DigCompEdu::Competence => "Compétences numériques des apprenants",
    }
}
