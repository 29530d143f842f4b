import { parseJson, routeOf, urlOfRequest, type Har } from '../har/har.js';
import { Pseudonyms } from '../har/pseudonyms.js';
import { recordHar } from '../har/recordHar.js';
import { redactTokens } from '../shared/errors.js';
import { doctorOptions, usage, type DoctorOptions } from './doctorOptions.js';
import { examine } from './examine.js';
import { examineServer } from './examineServer.js';
import { isDifferent, judge, notesOf, printable, type DoctorRow } from './judge.js';
import { projectNotes } from './project.js';

/** What the command uses of its process. Tests pass their own. */
export interface DoctorProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: typeof globalThis.fetch;
  /** Folder of the project whose packages are examined. */
  readonly folder: string;
  /** Whether standard output and error have colors. */
  readonly hasColors: boolean;
  print(text: string): void;
  /** Prints progress and errors, apart from the result. */
  note(text: string): void;
  readInput(): Promise<string>;
  /** Asks a question that is answered with yes or no. */
  confirm(question: string): Promise<boolean>;
  readFile(path: string): Promise<string>;
  writeFile(path: string, text: string): Promise<void>;
  /** Returns a signal that aborts when the user stops the command. Until it is called, the command ends at once. */
  stopSignal?(): AbortSignal;
}

/**
 * Runs `discovr-react doctor`. Resolves with the exit code: 0 if everything that was seen holds, 1 if something differs, 2
 * if the doctor could not run.
 */
export async function runDoctor(args: readonly string[], process: DoctorProcess): Promise<0 | 1 | 2> {
  try {
    const options = doctorOptions(args);
    if (options === 'help') {
      process.print(usage);
      return 0;
    }
    const isLive = options.replay === undefined;
    const refreshToken = isLive ? await credential(options, process) : '';
    const { server } = options;
    const serverRows = server === undefined ? [] : await examineServer({ ...liveOptions(options, process), server });
    const har = isLive ? await recorded(options, process, refreshToken) : await readHar(options.replay, process);
    const rows = [...serverRows, ...(har ? judge(har) : [])];
    if (rows.every(({ result }) => result === 'notSeen')) throw new Error('No fact of the contract was seen.');
    const notes = [...(har ? notesOf(har) : []), ...(isLive ? projectNotes(process.folder) : [])].map(printable);
    process.print(options.isJson ? `${JSON.stringify({ rows, notes })}\n` : `\n${reportOf(rows, notes, process)}`);
    return rows.some(isDifferent) ? 1 : 0;
  } catch (error) {
    process.note(`${printable(redactTokens(error instanceof Error ? error.message : String(error)))}\n`);
    return 2;
  }
}

/** Returns the refresh token. Empty if there is none, and only the server of an app is examined. */
async function credential(options: DoctorOptions, process: DoctorProcess): Promise<string> {
  const refreshToken = (process.env['DISCOVR_REFRESH_TOKEN'] || (await process.readInput())).trim();
  if (refreshToken === '' && options.server !== undefined) return '';
  // Checked here, because the error of a header that cannot contain the token would quote it.
  if (!/^rt_[\x21-\x7e]+$/.test(refreshToken)) {
    throw new Error(
      `${refreshToken === '' ? 'No refresh token' : 'This is not a refresh token'}. Set DISCOVR_REFRESH_TOKEN, or pass it ` +
        'on standard input. It starts with rt_. docs/doctor.md says where to get one; discovr-emulator prints one.',
    );
  }
  const question = 'Add a like and a history entry to this profile, and remove them again?';
  if (options.writes && !options.isSure && !(await process.confirm(question))) {
    throw new Error('Nothing was sent. Leave out --write to read only, or pass --yes.');
  }
  return refreshToken;
}

const liveOptions = ({ intervalMs }: DoctorOptions, process: DoctorProcess) => ({
  intervalMs,
  fetch: process.fetch,
  signal: process.stopSignal?.(),
  onProgress: (text: string) => process.note(`${printable(redactTokens(text))}\n`),
});

/** Examines an API, and returns what was sent and received. Without a token, nothing is sent. */
async function recorded(
  options: DoctorOptions,
  process: DoctorProcess,
  refreshToken: string,
): Promise<Har | undefined> {
  if (refreshToken === '') return undefined;
  // Before anything is sent, so that a wrong path costs no examination.
  if (options.har !== undefined) await process.writeFile(options.har, '');
  const recording = recordHar({ fetch: process.fetch });
  try {
    await examine({ ...options, ...liveOptions(options, process), refreshToken, fetch: recording.fetch });
  } finally {
    const har = await recording.har();
    if (options.har !== undefined) await process.writeFile(options.har, JSON.stringify(har, undefined, 2));
  }
  return recording.har();
}

/** Reads a recording. Secrets are replaced, because one of a network panel contains them, and rows quote it. */
async function readHar(path: string, process: DoctorProcess): Promise<Har> {
  // What a file contains is unknown. Some editors and shells begin it with a byte order mark.
  const har = Object(parseJson((await process.readFile(path)).replace(/^\ufeff/, ''))) as Partial<Har>;
  const pseudonyms = new Pseudonyms();
  try {
    const entries = har.log!.entries.filter(({ request }) => routeOf(urlOfRequest(request.url)).isKnown);
    const replaced = entries.map((entry) => pseudonyms.entry(entry));
    // Once more, because a name may have been in an entry before it was known as one.
    return { log: { ...har.log!, entries: replaced.map((entry) => pseudonyms.entry(entry)) } };
  } catch (cause) {
    throw new Error(`${path} is not a recording in the format HAR 1.2.`, { cause });
  }
}

/** Escape codes of terminals. */
const COLORS = { good: '\u001b[32m', bad: '\u001b[31m', quiet: '\u001b[2m', end: '\u001b[0m' };

/** Options of {@link reportOf}. */
interface ReportOptions {
  readonly hasColors: boolean;
}

/** Columns of a terminal. */
const WIDTH = 80;

/**
 * Returns what differs, with the place to change; then notes; and at the end, where a terminal shows it, a summary that
 * fits a screen of 24 lines.
 */
function reportOf(rows: readonly DoctorRow[], notes: readonly string[], { hasColors }: ReportOptions): string {
  const paint = (text: string, color: keyof typeof COLORS) => (hasColors ? COLORS[color] + text + COLORS.end : text);
  const server = rows.filter(({ id }) => id.startsWith('server-'));
  const contract = rows.filter((row) => !server.includes(row));
  const count = (result: DoctorRow['result'], among = contract) => among.filter((row) => row.result === result).length;
  const different = rows.filter(isDifferent);
  const notSeen = rows.filter(({ result }) => result === 'notSeen');
  const documented = contract.filter(isDocumented).length;
  return [
    ...different.flatMap((row) => [
      paint(`${row.result === 'differs' ? 'Differs' : 'Refuted'}: ${plain(row.fact)}`, 'bad'),
      `  sent:   ${row.sent}`,
      `  saw:    ${row.saw}`,
      `  change: ${row.change}`,
      ...(row.notice === undefined ? [] : [`  until then: ${row.notice}`]),
      '',
    ]),
    ...notes.flatMap((note) => [`Note: ${note}`, '']),
    paint(
      different.length === 0
        ? 'Nothing that was seen differs.'
        : wrapped(
            `${different.length} of ${rows.length} facts ${different.length === 1 ? 'differs' : 'differ'}: ${idsOf(different)}.`,
          ),
      different.length === 0 ? 'good' : 'bad',
    ),
    ...(contract.length > 0
      ? [
          `Documented (${documented}): ${count('holds')} hold, ${count('differs')} differ.`,
          `Inferred (${contract.length - documented}): ${count('confirmed')} confirmed, ${count('refuted')} refuted.`,
        ]
      : ['The API was not examined, because there was no refresh token.']),
    ...(server.length > 0
      ? [`Server (${server.length}): ${count('holds', server)} hold, ${count('differs', server)} differ.`]
      : []),
    ...(notSeen.length > 0 ? [paint(wrapped(`Not seen (${notSeen.length}): ${idsOf(notSeen)}`), 'quiet')] : []),
    '',
  ].join('\n');
}

const idsOf = (rows: readonly DoctorRow[]) => rows.map(({ id }) => id).join(', ');

/** Breaks a text into lines at spaces. */
const wrapped = (text: string) =>
  text.split(' ').reduce((lines, word) => {
    const line = lines.slice(lines.lastIndexOf('\n') + 1);
    return lines + (line.length + 1 + word.length > WIDTH ? '\n  ' : ' ') + word;
  });

const isDocumented = ({ documented }: DoctorRow) => documented;

const plain = (markdown: string) => markdown.replaceAll(/[`\\]|\b_|_\b/g, '');
