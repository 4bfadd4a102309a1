// Has Mermaid read diagrams, a JSON list of texts on the standard input, and prints what
// it understood of each, as a JSON list: of a timeline its title, sections, periods and
// events, of a flowchart its boxes and arrows.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

// Mermaid looks for these when it is imported.
const dom = new JSDOM("<!doctype html><html><body></body></html>");
globalThis.window = dom.window;
globalThis.document = dom.window.document;
const { default: mermaid } = await import("mermaid");

mermaid.initialize({ startOnLoad: false, maxTextSize: 10_000_000, maxEdges: 10_000 });
const decode = (text) => (text ?? "").trim().replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
const understood = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  const { db, type } = await mermaid.mermaidAPI.getDiagramFromText(text);
  if (type === "timeline") {
    understood.push({
      title: decode(db.getCommonDb().getDiagramTitle()),
      sections: db.getSections().map(decode),
      tasks: db.getTasks().map((t) => ({ section: decode(t.section), period: decode(t.task), events: t.events.map(decode) })),
    });
  } else {
    understood.push({
      boxes: Object.fromEntries([...db.getVertices()].map(([id, v]) => [id, decode(v.text)])),
      frames: db.getSubGraphs().map((s) => ({ title: decode(s.title), boxes: s.nodes })),
      arrows: db.getEdges().map((e) => ({ from: e.start, to: e.end, text: decode(e.text) })),
    });
  }
}
console.log(JSON.stringify(understood));
