/**
 * Names what the tabs of one app share on an origin: the channel, the lock, the database. Other apps, and other
 * environments of the same app, get another name.
 */
export function scopeName(basePath: string, clientId: string): string {
  return `discovr-${shortHash(`${clientId} ${basePath}`)}`;
}

/** A short, stable name for a text, without cryptography: it tells texts apart and gives none of them away. */
export function shortHash(text: string): string {
  // FNV-1a in two lanes of 32 bits that start and multiply differently.
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit ^ (first >>> 13), 0x85ebca6b);
  }
  return `${(first >>> 0).toString(36)}${(second >>> 0).toString(36)}`;
}
