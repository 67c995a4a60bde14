//! The three commands, from arguments to what is said.

mod coverage;
mod entry;
mod fingerprint;
mod finish;
mod markdown;
mod parts;
mod places;
mod reading;
mod single;
mod worker;

use paliers::framework::index::{self, Index, Served};
use paliers::framework::{Framework, coherence};
use paliers::pages::{Page, SINGLE_FILE};
use paliers::papers::{self, Models};
use places::Located;
use std::fmt::{self, Display, Formatter};
use std::path::{Path, PathBuf};
use std::{fs, io};

const FRAMEWORK: &str = "content/egn-2020";
/// Each folder of this one is another référentiel; there may be none.
const VARIANTS: &str = "content/variants";
const PAGES: &str = "content/pages";
/// The models of the documents to adapt, one file each; there may be none.
const PAPERS: &str = "content/papers";
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
        ["check"] => check(),
        ["build", dir] => build(Path::new(dir)),
        ["build"] => std::env::var_os(STAGING).map_or(Err(Refused::Usage), |dir| {
            let dir = Path::new(&dir);
            parts::copy(&bindgen_out(), dir).map_err(|error| Refused::Disk(bindgen_out(), error))?;
            worker::name(dir).map_err(|error| Refused::Disk(dir.to_owned(), error))?;
            build(dir)
        }),
        ["parts", out] => match parts::bind(Path::new(out)) {
            Ok(parts) => Ok(format!("{parts} modules chargés à la demande.")),
            Err(error) => Err(Refused::Disk(PathBuf::from(out), error)),
        },
        ["finish", dir] => match finish::faults(Path::new(dir)) {
            Ok(faults) if faults.is_empty() => Ok(format!("{dir} : chaque fichier chargé est celui qui est annoncé.")),
            Ok(faults) => Err(Refused::Build(faults)),
            Err(error) => Err(Refused::Disk(Path::new(dir).join(finish::INDEX), error)),
        },
        ["single", dir] => {
            let page = Path::new(dir).join(SINGLE_FILE);
            let size = single::make(Path::new(dir)).map_err(|error| Refused::Disk(page.clone(), error))?;
            Ok(format!("{} : {size} octets.", page.display()))
        }
        _ => Err(Refused::Usage),
    }
}

/// Where Trunk has wasm-bindgen write, which depends on the profile that it tells its hooks.
fn bindgen_out() -> PathBuf {
    let profile = std::env::var("TRUNK_PROFILE").unwrap_or_else(|_| "release".to_owned());
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    target.join("wasm-bindgen").join(profile)
}

/// What was read, and what is wrong with it.
struct Content {
    frameworks: Vec<Framework>,
    pages: Vec<(String, Page)>,
    papers: Models,
    faults: Vec<Located>,
}

impl Display for Content {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        for framework in &self.frameworks {
            let essential = framework.criteria.iter().filter(|c| c.essential).count();
            write!(f, "{} {}", framework.id.as_str(), framework.version)?;
            write!(f, " : questions : {} (essentielles : {essential})", framework.criteria.len())?;
            write!(f, " · actions : {} · indicateurs : {}", framework.actions.len(), framework.indicators.len())?;
            writeln!(f, " · sources : {}", framework.propositions.len())?;
        }
        write!(f, "pages : {} · documents à adapter : {}", self.pages.len(), self.papers.models.len())
    }
}

impl Content {
    fn read() -> Self {
        let mut content = Self {
            frameworks: Vec::new(),
            pages: Vec::new(),
            papers: Models { models: Vec::new() },
            faults: Vec::new(),
        };
        content.framework(Path::new(FRAMEWORK));
        let mut variants: Vec<PathBuf> =
            fs::read_dir(VARIANTS).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        variants.sort();
        variants.iter().filter(|path| path.is_dir()).for_each(|path| content.framework(path));
        for path in reading::files(Path::new(PAGES), "md", &mut content.faults) {
            let Some(document) = reading::text(&path, &mut content.faults) else { continue };
            let page = markdown::compile(&document, &mut content.faults);
            content.pages.push((reading::stem(&path), page));
        }
        content.papers();
        content
    }

    fn framework(&mut self, dir: &Path) {
        let reading = reading::read(dir);
        self.faults.extend(reading.faults);
        let Some(framework) = reading.framework else { return };
        let faults = coherence::faults(&framework);
        self.faults.extend(faults.into_iter().map(|fault| reading.places.locate(fault)));
        self.frameworks.push(framework);
    }

    fn papers(&mut self) {
        if !Path::new(PAPERS).exists() {
            return;
        }
        for path in reading::files(Path::new(PAPERS), "toml", &mut self.faults) {
            self.papers.models.extend(reading::model(&path, &mut self.faults));
        }
        self.papers.models.sort_by_key(|model| model.rank);
        let located = |fault: coherence::Fault| {
            let file = format!("{PAPERS}/{}.toml", fault.subject());
            let part = fault.place.rsplit(" › ").next().unwrap_or_default();
            let text = fs::read_to_string(&file).unwrap_or_default();
            let line = text.lines().position(|line| line == format!("id = \"{part}\"")).map_or(1, |at| at + 1);
            Located::new(&file, line, &fault.place, fault.message)
        };
        self.faults.extend(papers::faults(&self.papers, self.frameworks.first()).into_iter().map(located));
    }

    fn without_fault(self) -> Result<Self, Refused> {
        if self.faults.is_empty() { Ok(self) } else { Err(Refused::Faults(self.faults)) }
    }
}

/// The tables of the coverage are printed whatever is wrong: they are what a person who completes the content looks at.
fn check() -> Result<String, Refused> {
    let content = Content::read();
    content.frameworks.iter().for_each(|framework| println!("{}", coverage::Table(framework)));
    Ok(format!("{}\nAucune faute.", content.without_fault()?))
}

fn build(dir: &Path) -> Result<String, Refused> {
    let content = Content::read().without_fault()?;
    for framework in &content.frameworks {
        write(&dir.join("frameworks").join(format!("{}.json", framework.id.as_str())), framework)?;
    }
    let served = |f: &Framework| Served { id: f.id.clone(), version: f.version.clone(), title: f.title.clone() };
    let index = Index { frameworks: content.frameworks.iter().map(served).collect() };
    write(&dir.join("frameworks").join(index::FILE), &index)?;
    for (name, page) in &content.pages {
        write(&dir.join("pages").join(format!("{name}.json")), page)?;
    }
    write(&dir.join(papers::FILE), &content.papers)?;
    Ok(content.to_string())
}

fn write(path: &Path, value: &impl serde::Serialize) -> Result<(), Refused> {
    let written = serde_json::to_vec(value).map_err(io::Error::from).and_then(|json| {
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, json)
    });
    written.map_err(|error| Refused::Disk(path.to_owned(), error))
}
