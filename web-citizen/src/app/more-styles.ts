// Fetched with the messages of the later pages.
import '@lapor/ui/citizen-more.css';
import './more.css';
