/** Splits a code at its dashes, or into pairs if it has none. Short groups are easier to read from afar and to type. */
export function codeGroups(userCode: string): string[] {
  const parts = userCode.split('-').filter(Boolean);
  return parts.length > 1 ? parts : (userCode.match(/.{1,2}/g) ?? []);
}
