import { usePageTitle } from './usePageTitle';
import { Link } from './address';

export function NotFound({
  children = 'There is no page at this address.',
}: {
  children?: string;
}) {
  usePageTitle('Not found');
  return (
    <div className="page narrow">
      <h1>Not found</h1>
      <p>{children}</p>
      <p>
        <Link href="/">All projects</Link>
      </p>
    </div>
  );
}
