/** 128 random bits. Not `randomUUID`, which a browser has only where the page came by TLS or from this machine. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
