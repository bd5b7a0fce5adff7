// Fetched with what stands on the first pages and may come a moment later.
import '@lapor/ui/citizen-soon.css';
import './soon.css';
