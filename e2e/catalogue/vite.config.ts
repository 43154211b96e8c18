import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

// Every view with sample data, to be looked at without a browser extension around it. Not part of what is shipped.
export default defineConfig({ root: import.meta.dirname, plugins: [preact()], server: { fs: { allow: ['../..'] } } });
