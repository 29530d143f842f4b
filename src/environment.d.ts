declare namespace NodeJS {
  interface ProcessEnv {
    /** Replaced by the app's bundler, which then removes development-only code. */
    readonly NODE_ENV?: string;
  }
}
