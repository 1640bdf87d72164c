import 'react';

declare module 'react' {
  /** Custom properties may be set where a value comes from the settings or from a record. */
  interface CSSProperties { [name: `--${string}`]: string | number }
}
