import { Component, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly hint: string;
  readonly retry: string;
  readonly children: ReactNode;
}

/** Keeps a failing screen from taking the window with it; React logs the error itself. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="empty" role="alert" data-testid="screen-crashed">
        <h2 className="screen-title">{this.props.title}</h2>
        <p>{this.props.hint}</p>
        <button type="button" className="plain-button" onClick={() => this.setState({ failed: false })}>
          {this.props.retry}
        </button>
      </div>
    );
  }
}
