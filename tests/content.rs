//! The content tool on a small content, whole and then with one mistake at a time: the file, the line and the reason.
#![allow(clippy::unwrap_used)]

use expect_test::expect;
use paliers::framework::{Level, read};
use paliers::pages::{self, Page};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A copy of the small content, in a folder of its own.
fn project(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/content"), &root.join("content"));
    root
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            fs::write(target, fs::read(entry.path()).unwrap()).unwrap()
        }
    }
}

fn content(root: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_content"));
    command.current_dir(root).env_remove("TRUNK_STAGING_DIR").args(arguments).output().unwrap()
}

fn lines(output: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(output).lines().map(str::to_owned).collect()
}

/// Replaces `from`, which is there, by `to` in a file, and expects these faults and no other.
fn check(name: &str, file: &str, from: &str, to: &str, expected: &[&str]) {
    let root = project(name);
    let path = root.join("content").join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{name}: « {from} » is not in {file}");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    let output = content(&root, &["check"]);
    let mut expected: Vec<String> = expected.iter().map(|line| format!("content/{line}")).collect();
    expected.push(format!("À corriger\u{a0}: {}", expected.len()));
    assert_eq!(lines(&output.stderr), expected, "{name}");
    assert_eq!(output.status.code(), Some(1), "{name}");
}

#[test]
fn what_is_right_is_compiled_in_the_order_of_the_thematiques() {
    let root = project("right");
    assert!(content(&root, &["check"]).status.success());
    assert!(content(&root, &["build", "out"]).status.success());
    let json = fs::read_to_string(root.join("out/frameworks/essai.json")).unwrap();
    let framework = read(&json).unwrap();
    assert_eq!(framework, serde_json::from_str(&json).unwrap(), "the browser’s reader and the tools’ agree");
    let criteria: Vec<&str> = framework.criteria.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(criteria, ["acces.inclusion.lire", "acces.egalite.reperer", "acces.egalite.preter"]);
    assert_eq!(framework.criteria[2].sub_theme.as_str(), "acces.egalite");
    assert!(framework.criteria[2].levels.iter().map(|f| f.level).eq(Level::ALL));
    assert_eq!(framework.actions[3].criterion.as_str(), "acces.egalite.reperer");
    assert_eq!((framework.indicators.len(), framework.propositions.len(), framework.glossary.len()), (1, 1, 1));
}

#[test]
fn a_page_becomes_blocks() {
    let root = project("page");
    assert!(content(&root, &["build", "out"]).status.success());
    let json = fs::read_to_string(root.join("out/pages/aide.json")).unwrap();
    expect![[r##"
        {"title":"Aide","lead":"Une phrase.","blocks":[
        {"k":"h2","runs":[{"t":"Un titre"}]},
        {"k":"p","runs":[{"t":"Un "},{"t":"mot","b":true},{"t":" et "},{"t":"un autre","i":true},{"t":" vers le "},{"t":"bilan","href":"#/bilan"},{"t":", sur deux lignes : "},{"t":"le ","href":"https://example.org/"},{"t":"site","b":true,"href":"https://example.org/"},{"t":"."}]},
        {"k":"h3","runs":[{"t":"Un sous-titre"}]},
        {"k":"ul","items":[[{"t":"un"}],[{"t":"deux"}]]},
        {"k":"ol","items":[[{"t":"premier"}],[{"t":"second"}]]},
        {"k":"quote","items":[[{"t":"Cité."}]]},
        {"k":"table","head":[[{"t":"Tête"}],[{"t":"Autre"}]],"rows":[[[{"t":"case"}],[{"t":"x","i":true}]]]}]}"##]].assert_eq(&json.replace("{\"k\"", "\n{\"k\""));
    let page: Page = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&page).unwrap(), json);
    assert_eq!(pages::read(&json).unwrap(), page, "the browser’s reader and the tools’ agree");
}

#[test]
fn nothing_is_written_when_something_is_wrong() {
    let root = project("nothing");
    fs::remove_file(root.join("content/egn-2020/glossary.toml")).unwrap();
    assert_eq!(content(&root, &["build", "out"]).status.code(), Some(1));
    assert!(!root.join("out").exists());
}

#[test]
fn a_mistake_is_told_with_its_file_and_line() {
    for (name, from, to, expected) in [
        ("rule", "weight = 1", "weight = 9", "2: acces.inclusion.lire : poids : 9 (attendu : de 1 à 5)"),
        ("action", "effort = 1", "effort = 4", "29: acces.inclusion.lire.vers-1 : effort : 4 (attendu : de 1 à 3)"),
        ("level", "signs = [\"Une date\"]", "", "2: acces.inclusion.lire › niveau 1 : signes : 0 (attendu : de 1 à 3)"),
        ("key", "weight = 1", "weight = 1\nwait = 1", "7: acces.inclusion.lire : clé inconnue : wait"),
        ("deep-key", "selfie", "self", "26: acces.inclusion.lire : clé inconnue : self"),
        ("action-key", "axis = ", "axes = 1\naxis = ", "31: acces.inclusion.lire.vers-1 : clé inconnue : axes"),
        ("list", "[[criteria]]", "more = 1\n[[criteria]]", "1: clé inconnue : more"),
        ("given", "core = ", "sub_theme = \"x\"\ncore = ", "7: « sub_theme » ne s’écrit pas ici : l’endroit le dit"),
        ("field", "title = \"Titre\"", "", "1: acces.inclusion.lire : champ manquant : `title`"),
        ("word", "[\"ecole\"]", "[\"ecole\", \"mairie\"]", "9: acces.inclusion.lire : valeur refusée : mairie"),
        (
            "type",
            "weight = 1",
            "weight = 'x'",
            "6: acces.inclusion.lire : illisible : invalid type: string \"x\", expected u32",
        ),
        ("syntax", "core = true", "core = ", "7: illisible : string values must be quoted, expected literal string"),
    ] {
        const FILE: &str = "egn-2020/acces.inclusion.toml";
        check(name, FILE, from, to, &[&format!("{FILE}:{expected}")]);
    }
}

#[test]
fn what_cannot_be_read_does_not_hide_the_rest() {
    let root = project("several");
    for (file, text) in [
        ("egn-2020/acces.egalite.toml", "[[criteria]"),
        ("egn-2020/glossary.toml", "[[glossary]]\nterm = \"ENT\"\ntext = \"L'espace\"\n"),
        ("egn-2020/indicators/acces.toml", ""),
        ("pages/aide.md", "---\ntitle: Aide\nlead: Une phrase.\n---\n---\n"),
    ] {
        fs::write(root.join("content").join(file), text).unwrap();
    }
    let told = lines(&content(&root, &["check"]).stderr);
    for expected in [
        "egn-2020/acces.egalite.toml:1: illisible : unclosed array table, expected `]`",
        "egn-2020/glossary.toml:2: lexique ENT › texte : apostrophe droite dans : L'espace",
        "egn-2020/indicators/acces.toml:1: aucune entrée [[indicators]]",
        "egn-2020/acces.inclusion.toml:29: acces.inclusion.lire.vers-1 : indicateur inconnu : acces.equipes",
        "pages/aide.md:5: filet : une page n’en contient pas",
    ] {
        assert!(told.contains(&format!("content/{expected}")), "« {expected} » is not in {told:#?}");
    }
}

#[test]
fn a_page_holds_what_can_be_drawn() {
    for (name, from, to, expected) in [
        ("no-title", "title: Aide\n", "", "1: en-tête sans « title: »"),
        ("no-head", "---\ntitle", "title", "1: en-tête absent : « --- », « title: … », « lead: … », « --- »"),
        ("rank", "### Un", "# Un", "11: titre d’un autre rang que ## ou ### : une page n’en contient pas"),
        ("html", "- un\n", "- un<br>\n", "13: HTML : une page n’en contient pas"),
        ("block", "> Cité.", "<p>Cité.</p>", "20: HTML : une page n’en contient pas"),
        ("code", "- un\n", "- un `mot`\n", "13: code : une page n’en contient pas"),
        ("image", "- un\n", "- ![un](a.png)\n", "13: image : une page n’en contient pas"),
        ("nested", "- un\n", "- un\n  - dedans\n", "14: liste dans une liste : une page n’en contient pas"),
        ("screen", "#/bilan", "#/bilans", "8: adresse inconnue : #/bilans"),
        ("http", "https:", "http:", "9: adresse inconnue : http://example.org/"),
        ("typography", "> Cité.", "> L'école.", "20: apostrophe droite dans : L'école."),
        ("title-typography", "Aide", "L'aide", "1: apostrophe droite dans : L'aide"),
    ] {
        check(name, "pages/aide.md", from, to, &[&format!("pages/aide.md:{expected}")]);
    }
}

#[test]
fn a_built_page_announces_what_it_loads() {
    const ABC: &str = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
    let script =
        |integrity: &str| format!("<!doctype html><SCRIPT type=module integrity={integrity} src=./a.js></SCRIPT>");
    for (name, html, expected) in [
        ("quoted", format!("<link rel=\"stylesheet\" href=\"a.js?v=1\" integrity=\"{ABC}\">"), ""),
        ("bare", script(ABC), ""),
        ("other-tags", format!("{}<script>1</script><link rel=icon href=b.svg><a href=c>", script(ABC)), ""),
        ("wrong", script("sha384-x"), "./a.js n’a pas l’empreinte annoncée (sha384-x)"),
        ("none", "<link crossorigin rel=modulepreload href=/a.js>".into(), "/a.js est chargé sans « integrity »"),
        ("preload", "<link rel='preload' href='a.wasm' as='fetch'>".into(), "a.wasm est chargé sans « integrity »"),
        ("worker", format!("<meta content=a.js,{ABC},a.js,{ABC} name=documents>"), ""),
        (
            "other-worker",
            format!("<meta name=documents content=\"a.js,{ABC},b.wasm\">"),
            "b.wasm est chargé sans « integrity »",
        ),
        ("nothing", "<p>".into(), "aucun script ni feuille de style"),
    ] {
        let root = project(&format!("finish-{name}"));
        fs::write(root.join("index.html"), html).unwrap();
        fs::write(root.join("a.js"), "abc").unwrap();
        let output = content(&root, &["finish", "."]);
        assert_eq!(output.status.success(), expected.is_empty(), "{name}: {output:?}");
        if !expected.is_empty() {
            assert_eq!(lines(&output.stderr), [format!("./index.html : {expected}")], "{name}");
        }
    }
}

#[test]
fn a_missing_file_is_told() {
    let root = project("missing");
    let index = content(&root, &["finish", "."]);
    assert!(lines(&index.stderr)[0].starts_with("./index.html"), "{index:?}");
    fs::remove_file(root.join("content/egn-2020/acces.inclusion.toml")).unwrap();
    let output = content(&root, &["check"]);
    let expected =
        "content/egn-2020/framework.toml:32: sous-thématique acces.inclusion : fichier absent : acces.inclusion.toml";
    assert_eq!(lines(&output.stderr)[0], expected);
}
