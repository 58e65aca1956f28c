/** データベース: a real PostgreSQL in the demo's folder. */
package jp.futari.demo.postgres;
