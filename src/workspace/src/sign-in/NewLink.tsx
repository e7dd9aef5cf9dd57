/** The one way in, in one sentence. */
export function NewLink() {
  return (
    <>
      Run <code>./ghostwriter link</code> and open the new link that it prints.
    </>
  );
}
