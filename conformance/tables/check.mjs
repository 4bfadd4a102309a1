// Reads a data package with all its tables, as the library of the Frictionless project
// does, and prints the rows, by table, as JSON. What it cannot read is an error.
//
//   node check.mjs DIRECTORY
import datapackage from "datapackage";

const pkg = await datapackage.Package.load(process.argv[2] + "/datapackage.json", { basePath: process.argv[2] });
if (!pkg.valid) {
  for (const e of pkg.errors) console.error(String(e));
  process.exit(1);
}
const rows = {};
for (const resource of pkg.resources) {
  if (!resource.valid) throw new Error(resource.name + ": " + resource.errors);
  rows[resource.name] = await resource.read({ keyed: true });
}
console.log(JSON.stringify(rows));
