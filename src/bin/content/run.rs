//! The three commands, from arguments to what is said.

mod entry;
mod fingerprint;
mod finish;
mod markdown;
mod parts;
mod places;
mod reading;

use paliers::framework::{Framework, coherence};
use paliers::pages::Page;
use places::Located;
use std::fmt::{self, Display, Formatter};
use std::path::{Path, PathBuf};
use std::{fs, io};

const FRAMEWORK: &str = "content/egn-2020";
const PAGES: &str = "content/pages";
/// Where Trunk tells its hooks to write.
const STAGING: &str = "TRUNK_STAGING_DIR";

/// Why a command stopped.
pub enum Refused {
    Usage,
    Faults(Vec<Located>),
    Build(Vec<String>),
    Disk(PathBuf, io::Error),
}

impl Display for Refused {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::Usage => write!(
                f,
                "usage : content check | content build [DOSSIER] | content parts DOSSIER | content finish DOSSIER"
            ),
            Self::Faults(faults) => {
                faults.iter().try_for_each(|fault| writeln!(f, "{fault}"))?;
                write!(f, "À corriger : {}", faults.len())
            }
            Self::Build(faults) => write!(f, "{}", faults.join("\n")),
            Self::Disk(path, error) => write!(f, "{} : {error}", path.display()),
        }
    }
}

/// Runs the command that the arguments name; what it says is in French, for those who write the content.
pub fn run(arguments: &[&str]) -> Result<String, Refused> {
    match arguments {
        ["check"] => Ok(checked()?.to_string()),
        ["build", dir] => build(Path::new(dir)),
        ["build"] => std::env::var_os(STAGING).map_or(Err(Refused::Usage), |dir| {
            let dir = Path::new(&dir);
            parts::copy(&bindgen_out(), dir).map_err(|error| Refused::Disk(bindgen_out(), error))?;
            build(dir)
        }),
        ["parts", out] => match parts::bind(Path::new(out)) {
            Ok(parts) => Ok(format!("{parts} modules chargés à la demande.")),
            Err(error) => Err(Refused::Disk(PathBuf::from(out), error)),
        },
        ["finish", dir] => match finish::faults(Path::new(dir)) {
            Ok(faults) if faults.is_empty() => Ok(format!("{dir} : chaque fichier chargé est celui qui est annoncé.")),
            Ok(faults) => Err(Refused::Build(faults)),
            Err(error) => Err(Refused::Disk(Path::new(dir).join(finish::INDEX), error)),
        },
        _ => Err(Refused::Usage),
    }
}

/// Where Trunk has wasm-bindgen write, which depends on the profile that it tells its hooks.
fn bindgen_out() -> PathBuf {
    let profile = std::env::var("TRUNK_PROFILE").unwrap_or_else(|_| "release".to_owned());
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    target.join("wasm-bindgen").join(profile)
}

/// Content without a fault.
struct Checked {
    framework: Framework,
    pages: Vec<(String, Page)>,
}

impl Display for Checked {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let framework = &self.framework;
        let essential = framework.criteria.iter().filter(|c| c.essential).count();
        write!(f, "{} {} : aucune faute. ", framework.id.as_str(), framework.version)?;
        write!(f, "Questions : {} (essentielles : {essential})", framework.criteria.len())?;
        write!(f, " · actions : {} · indicateurs : {}", framework.actions.len(), framework.indicators.len())?;
        write!(f, " · sources : {} · pages : {}", framework.propositions.len(), self.pages.len())
    }
}

fn checked() -> Result<Checked, Refused> {
    let mut reading = reading::read(Path::new(FRAMEWORK));
    let mut pages = Vec::new();
    for path in reading.files(Path::new(PAGES), "md") {
        let Some(document) = reading.text(&path) else { continue };
        let page = markdown::compile(&document, &mut reading.faults);
        pages.push((reading::stem(&path), page));
    }
    let mut faults = reading.faults;
    if let Some(framework) = &reading.framework {
        faults.extend(coherence::faults(framework).into_iter().map(|fault| reading.places.locate(fault)));
    }
    match reading.framework {
        Some(framework) if faults.is_empty() => Ok(Checked { framework, pages }),
        _ => Err(Refused::Faults(faults)),
    }
}

fn build(dir: &Path) -> Result<String, Refused> {
    let checked = checked()?;
    let framework = dir.join("frameworks").join(format!("{}.json", checked.framework.id.as_str()));
    write(&framework, &checked.framework)?;
    for (name, page) in &checked.pages {
        write(&dir.join("pages").join(format!("{name}.json")), page)?;
    }
    Ok(checked.to_string())
}

fn write(path: &Path, value: &impl serde::Serialize) -> Result<(), Refused> {
    let written = serde_json::to_vec(value).map_err(io::Error::from).and_then(|json| {
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, json)
    });
    written.map_err(|error| Refused::Disk(path.to_owned(), error))
}
