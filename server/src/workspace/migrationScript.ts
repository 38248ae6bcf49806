/**
 * Whether a file is a migration script of Alembic. Its models, where it has some, are sketches of what tables once were: no
 * program deletes from them, and nothing about them should change.
 */
export function isMigrationScript(text: string): boolean {
  return /^down_revision\b[^=\n]*=/m.test(text) && /^revision\b[^=\n]*=/m.test(text);
}
