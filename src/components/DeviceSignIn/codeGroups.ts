/** Splits a code into short groups, which are easier to read from afar and to type: at its dashes, else in pairs. */
export function codeGroups(userCode: string): string[] {
  const parts = userCode.split('-').filter(Boolean);
  return parts.length > 1 ? parts : (userCode.match(/.{1,2}/g) ?? []);
}
