import { killWriters } from './kill.ts';

/** `npm run faults [-- --kills N]`: 200 kills of a real writing process, each followed by a look at what is left. */
const at = process.argv.indexOf('--kills');
const kills = at < 0 ? 200 : Number(process.argv[at + 1]);
const report = await killWriters(kills, (line) => console.log(line));
console.log(`${report.kills} kills, ${report.acknowledged} commands acknowledged, ${report.wrong.length} faults`);
process.exitCode = report.wrong.length === 0 ? 0 : 1;
