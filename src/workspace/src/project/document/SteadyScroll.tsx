import { Component, createRef, type ReactNode } from 'react';
import './SteadyScroll.css';

interface Props {
  version: number;
  children: ReactNode;
}

interface Anchor {
  element: Element;
  top: number;
}

/**
 * Keeps what the reader looks at in its place on the screen when a new version changes the text above it.
 * A class, because only getSnapshotBeforeUpdate can look at the page just before React changes it.
 */
export class SteadyScroll extends Component<Props> {
  private readonly root = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate(before: Readonly<Props>): Anchor[] {
    const root = this.root.current;
    return root === null || before.version === this.props.version || scrollY === 0
      ? []
      : anchorsIn(root);
  }

  override componentDidUpdate(_props: Readonly<Props>, _state: unknown, anchors: Anchor[]) {
    const anchor = anchors.find(({ element }) => element.isConnected);
    if (anchor !== undefined) scrollBy(0, anchor.element.getBoundingClientRect().top - anchor.top);
  }

  override render() {
    return (
      <div ref={this.root} className="steady">
        {this.props.children}
      </div>
    );
  }
}

/** What is on the screen now, the most trusted first: any of it may be gone after the change. */
function anchorsIn(root: Element): Anchor[] {
  const seen = [...root.querySelectorAll('.edit-box, [data-block], h2')]
    .map((element) => ({ element, ...position(element) }))
    .filter(({ top, bottom }) => bottom > 0 && top < innerHeight);
  return seen.sort((a, b) => weight(b.element) - weight(a.element));
}

function position(element: Element) {
  const { top, bottom } = element.getBoundingClientRect();
  return { top, bottom };
}

const weight = (element: Element) =>
  element.contains(document.activeElement) ? 2 : element.hasAttribute('data-selected') ? 1 : 0;
