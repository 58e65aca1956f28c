/** Use cases of correspondence; each transaction begins here or in casework. */
package jp.futari.correspondence.application;
