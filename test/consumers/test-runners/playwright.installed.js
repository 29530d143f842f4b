import { defineConfig } from '@playwright/test';
import config from './playwright.config';

/** Uses an installed browser. */
export default defineConfig(config, { use: { launchOptions: { executablePath: process.env.DISCOVR_BROWSER } } });
