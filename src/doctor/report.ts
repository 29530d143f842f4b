import { isDifferent, type DoctorRow } from './judge.js';

/** Escape codes of terminals. */
const COLORS = { good: '\u001b[32m', bad: '\u001b[31m', quiet: '\u001b[2m', end: '\u001b[0m' };

/** Options of {@link reportOf}. */
export interface ReportOptions {
  readonly hasColors: boolean;
}

/** Returns a summary that fits a screen: what differs, with the place to change, counts of the rest, and notes. */
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
    paint(
      different.length === 0 ? 'Nothing that was seen differs.' : `${different.length} of ${rows.length} facts differ.`,
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
    ...(notSeen.length > 0
      ? [paint(`Not seen (${notSeen.length}): ${notSeen.map(({ id }) => id).join(', ')}`, 'quiet')]
      : []),
    ...notes.map((note) => `Note: ${note}`),
    '',
  ].join('\n');
}

const isDocumented = ({ documented }: DoctorRow) => documented;

const plain = (markdown: string) => markdown.replaceAll(/[`\\]|\b_|_\b/g, '');
