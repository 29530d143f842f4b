declare namespace NodeJS {
  interface ProcessEnv {
    /** Replaced by the app's bundler, which then drops what is for development only. */
    readonly NODE_ENV?: string;
  }
}
