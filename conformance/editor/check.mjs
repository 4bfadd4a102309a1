// Asks the JSON language service of Visual Studio Code about records, as an editor does:
// every key has a text to show, every closed vocabulary is offered, and the embedded
// dossier has nothing to complain of. It prints what fails, and counts at the end.
//
//   node check.mjs SCHEMA FULL-RECORD DOSSIER
import { readFileSync } from "node:fs";
import { getLanguageService } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";

const [schemaFile, fullFile, dossierFile] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
const service = getLanguageService({ schemaRequestService: () => Promise.resolve(JSON.stringify(schema)) });
service.configure({ validate: true, schemas: [{ uri: "schema.json", fileMatch: ["*"], schema }] });
const open = (text) => {
  const document = TextDocument.create("file:///record.json", "json", 1, text);
  return [document, service.parseJSONDocument(document)];
};
let failed = 0;
const fail = (text) => { failed++; console.error(text); };

// Every key of a record in which every key occurs.
const [full, parsed] = open(readFileSync(fullFile, "utf8"));
const described = new Set();
const offered = new Map();
const visit = async (node, path) => {
  if (node.type === "object") {
    for (const property of node.properties) {
      const key = property.keyNode.value;
      const at = path + "/" + key;
      const hover = await service.doHover(full, full.positionAt(property.keyNode.offset + 1), parsed);
      const text = hover ? [hover.contents].flat().map((c) => c.value ?? c).join("") : "";
      const own = at === "/format" ? "version" : place(at)?.description;
      if (!own || !plain(text).includes(plain(own))) fail(`${at} is shown as ${JSON.stringify(text)}, want ${JSON.stringify(own)}`);
      else described.add(at);
      const value = property.valueNode;
      if (value.type === "string") await complete(value, at);
      await visit(value, at);
    }
  } else if (node.type === "array") {
    for (const item of node.items) await visit(item, path);
  }
};
// What is offered in place of a word is the whole vocabulary, each word explained.
const complete = async (value, at) => {
  const words = vocabulary(at);
  if (!words || offered.has(at)) return;
  offered.set(at, words.length);
  const list = await service.doComplete(full, full.positionAt(value.offset + 1), parsed);
  for (const word of words) {
    const item = list.items.find((i) => i.label === word || i.label === JSON.stringify(word));
    if (!item) fail(`${at} does not offer ${word}`);
    const told = plain(item?.documentation?.value ?? item?.documentation ?? "");
    if (item && !told.includes(plain(meaning(at, word)))) fail(`${at} offers ${word} as ${JSON.stringify(told)}`);
  }
};
// The schema of the key at a path, as the object that holds it describes it.
const place = (path) => {
  let at = schema, property;
  for (const key of path.split("/").slice(1)) {
    property = at?.properties?.[key];
    at = property?.items ?? property;
    if (at?.$ref) at = schema.$defs[at.$ref.slice("#/$defs/".length)];
  }
  return property && { ...property, type: at };
};
const vocabulary = (path) => place(path)?.type?.enum;
const meaning = (path, word) => {
  const type = place(path).type;
  return type.enumDescriptions?.[type.enum.indexOf(word)] ?? "a description of its own";
};
const plain = (text) => text.replace(/\\/g, "").replace(/&nbsp;/g, " ").replace(/\s+/g, " ").trim();
await visit(parsed.root, "");
const properties = Object.values(schema.$defs).concat(schema).reduce((n, d) => n + Object.keys(d.properties ?? {}).length, 0);
if (described.size < properties) fail(`${described.size} keys are described, want at least the ${properties} of the schema`);
if (offered.size < 13) fail(`only ${offered.size} places with a closed vocabulary`);

// Nothing is wrong with the dossier, and something is with a faulty one.
const dossier = JSON.parse(readFileSync(dossierFile, "utf8"));
const { format, ...rest } = dossier;
const complaints = async (record) => {
  const [document, json] = open(JSON.stringify(record));
  return service.doValidation(document, json, { comments: "error", trailingCommas: "error" });
};
for (const d of await complaints({ format, $schema: "./schema.json", ...rest })) fail(`the dossier: ${d.message}`);
if ((await complaints({ format, ...rest, actors: [{ id: "a", kind: "State", name: "A" }] })).length === 0) fail("a faulty record is not complained of");

console.log(`${described.size} keys described, ${offered.size} vocabularies offered, ${failed} failures`);
process.exit(failed ? 1 : 0);
