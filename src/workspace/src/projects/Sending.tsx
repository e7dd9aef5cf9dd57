/** How far the file has gone, and then that the server is reading it. */
export function Sending({ sent }: { sent: number }) {
  const gone = sent >= 1;
  const says = gone ? 'Reading the recording…' : 'Sending the file…';
  return (
    <div className="sending">
      <progress aria-label={says} {...(gone ? {} : { value: sent, max: 1 })} />
      <p aria-live="polite">{says}</p>
    </div>
  );
}
