// Reads every *.form below a folder and fails on the first run that finds a problem: node lint/main.mjs FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { problemsOf } from './rules.mjs';

const formsBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return ['target', 'node_modules'].includes(entry.name) ? [] : formsBelow(join(folder, entry.name));
    return entry.name.endsWith('.form') ? [join(folder, entry.name)] : [];
  });

const problemsOfFile = (file) => {
  try {
    const schema = JSON.parse(readFileSync(file, 'utf8'));
    const misnamed = schema.id === basename(file, '.form') ? [] : ['form: its id is not the name of its file'];
    return [...misnamed, ...problemsOf(schema)];
  } catch (error) {
    return [`form: cannot be read (${error.message})`];
  }
};

const folder = argv[2] ?? '.';
const files = formsBelow(folder);
const found = files.flatMap((file) => problemsOfFile(file).map((problem) => `${relative(folder, file)}: ${problem}`));
if (files.length === 0) found.push(`${folder}: no forms found`);
found.forEach((line) => stderr.write(`${line}\n`));
stdout.write(`forms: ${files.length} read, ${found.length} problems\n`);
exit(found.length === 0 ? 0 : 1);
