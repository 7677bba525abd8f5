/** Keeps a failing panel from taking the rest with it: the document lives outside of React and goes on. */
import { Component, type ErrorInfo, type ReactNode } from 'react'

interface PanelBoundaryProps {
  readonly name: string
  readonly children: ReactNode
}

export class PanelBoundary extends Component<PanelBoundaryProps, { readonly failure: Error | undefined }> {
  override state: { readonly failure: Error | undefined } = { failure: undefined }

  static getDerivedStateFromError(failure: Error): { readonly failure: Error } {
    return { failure }
  }

  override componentDidCatch(failure: Error, info: ErrorInfo): void {
    // Reported so that a bug is found; the user sees the message below.
    reportError(new Error(`The ${this.props.name} failed${info.componentStack ?? ''}`, { cause: failure }))
  }

  override render(): ReactNode {
    const { failure } = this.state
    if (!failure) return this.props.children
    return (
      <div className="panel-failed" role="alert">
        <p>The {this.props.name} ran into an error. Your document is safe and goes on being saved.</p>
        <p className="hint">{failure.message}</p>
        <button type="button" className="button" onClick={() => this.setState({ failure: undefined })}>
          Show the {this.props.name} again
        </button>
      </div>
    )
  }
}
