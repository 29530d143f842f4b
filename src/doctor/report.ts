import { isDifferent, type DoctorRow } from './judge.js';

/** Escape codes of terminals. */
const COLORS = { good: '\u001b[32m', bad: '\u001b[31m', quiet: '\u001b[2m', end: '\u001b[0m' };

/** Options of {@link reportOf}. */
export interface ReportOptions {
  readonly hasColors: boolean;
}

/** Columns of a terminal. */
const WIDTH = 80;

/**
 * Returns what differs, with the place to change; then notes; and at the end, where a terminal shows it, a summary that
 * fits a screen of 24 lines.
 */
export function reportOf(rows: readonly DoctorRow[], notes: readonly string[], { hasColors }: ReportOptions): string {
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
